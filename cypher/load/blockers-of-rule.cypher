// title: Write what a rule finds in an account where nothing is written yet
// description: The importer puts each rule of cypher/rules in the place of the one inside CALL. What the rule finds does not
//   leave the database; the rows are the ids of entities of other accounts that something of this account blocks.
// :param account => "arn:aws:iam::111122223333:root"
// :param rule => "user-ssh-public-key"
// :param severity => "blocks"
CALL () {
  MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:HAS_CREDENTIAL]->(blocker:SshPublicKey)
  RETURN blocker.id AS blocker, it.id AS blocked
}
WITH DISTINCT blocker AS blockerId, blocked AS blockedId
MATCH (blocked:Entity {id: blockedId})
MATCH (blocker:Entity {id: blockerId})
CREATE (blocker)-[:BLOCKS_DELETION_OF {rule: $rule, severity: $severity}]->(blocked)
WITH DISTINCT blocked
MATCH (account:Account {id: $account})
WHERE blocked.accountId IS NULL OR blocked.accountId <> account.accountId
RETURN blocked.id AS blocked
