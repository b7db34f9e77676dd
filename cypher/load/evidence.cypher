// title: Write evidence
// description: One node for each piece of evidence of an account; a newer import of the same key replaces it. What is about a user
//   knows the user's unique id: one who is renamed gets the ARN of another.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (e:Evidence {accountId: account.accountId, key: row.key})
SET e = row, e.accountId = account.accountId,
    e.userId = head(COLLECT { MATCH (u:Entity {id: row.subject}) RETURN u.userId })
MERGE (account)-[:HAS_EVIDENCE]->(e)
