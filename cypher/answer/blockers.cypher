// title: What blocks some identities, and what breaks with them
// description: One row for each blocker, the most severe first.
// :param ids => ["arn:aws:iam::111122223333:role/checkout-api"]
UNWIND $ids AS id
MATCH (blocked:Entity {id: id})<-[b:BLOCKS_DELETION_OF]-(blocker)
RETURN id AS blocked, b.rule AS rule, b.severity AS severity, blocker.id AS id, blocker.name AS name,
  labels(blocker) AS labels, blocker {.*, assumeRolePolicyDocument: null, document: null} AS properties,
  blocker.protection IS NOT NULL OR blocker:ServiceLinkedRole AS untouchable
ORDER BY blocked, severity, rule, id
