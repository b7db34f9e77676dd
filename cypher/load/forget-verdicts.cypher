// title: Forget the verdicts on an account
// description: For the importer, before it writes the account in several transactions: a verdict that was drawn from other
//   facts stands nowhere until the next one.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(n:Entity)
WHERE n.verdict IS NOT NULL
CALL (n) {
  REMOVE n.verdict, n.impact, n.provenAt
} IN TRANSACTIONS OF 10000 ROWS
