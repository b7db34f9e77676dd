// title: What blocks what in an account, as it is written down
// description: Both ways, since trust policies and resources of one account name principals of another.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(blocked)<-[b:BLOCKS_DELETION_OF]-(blocker)
RETURN blocker.id AS blocker, blocked.id AS blocked, b.rule AS rule, elementId(b) AS elementId
UNION ALL
MATCH (account:Account {id: $account})-[:CONTAINS]->(blocker:Role|Resource)-[b:BLOCKS_DELETION_OF]->(blocked)
WHERE blocked.accountId <> account.accountId
RETURN blocker.id AS blocker, blocked.id AS blocked, b.rule AS rule, elementId(b) AS elementId
