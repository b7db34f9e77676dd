// title: What blocks what in an account, as it is written down
// description: By some of the rules. Both ways, since trust policies and resources of one account name principals of another.
// :param account => "arn:aws:iam::111122223333:root"
// :param rules => ["user-access-key"]
MATCH (:Account {id: $account})-[:CONTAINS]->(blocked)<-[b:BLOCKS_DELETION_OF]-(blocker)
WHERE b.rule IN $rules
RETURN blocker.id AS blocker, blocked.id AS blocked, b.rule AS rule, elementId(b) AS elementId
UNION ALL
MATCH (account:Account {id: $account})-[:CONTAINS]->(blocker:Role|Resource)-[b:BLOCKS_DELETION_OF]->(blocked)
WHERE blocked.accountId <> account.accountId AND b.rule IN $rules
RETURN blocker.id AS blocker, blocked.id AS blocked, b.rule AS rule, elementId(b) AS elementId
