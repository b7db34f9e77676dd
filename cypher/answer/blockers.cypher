// title: What blocks some identities, and what breaks with them
// description: One row for each blocker, the most severe first. `seen` is the newest evidence that tells the blocker, where
//   that is other evidence than tells the entity: of resources, and of what is in another account.
// :param ids => ["arn:aws:iam::111122223333:role/checkout-api"]
UNWIND $ids AS id
MATCH (blocked:Entity {id: id})<-[b:BLOCKS_DELETION_OF]-(blocker)
RETURN id AS blocked, b.rule AS rule, b.severity AS severity, blocker.id AS id, blocker.name AS name,
  labels(blocker) AS labels, blocker {.*, assumeRolePolicyDocument: null, document: null} AS properties,
  blocker.protection IS NOT NULL OR blocker:ServiceLinkedRole AS untouchable,
  CASE WHEN blocker:Resource OR blocker.accountId <> blocked.accountId THEN head(COLLECT {
    UNWIND coalesce(blocker.evidence, []) AS key
    MATCH (e:Evidence {accountId: blocker.accountId, key: key})
    RETURN e {.state, detail: coalesce(e.detail, ""), .observedAt, source: coalesce(e.source, "")}
    ORDER BY e.observedAt DESC LIMIT 1
  }) END AS seen
ORDER BY blocked, severity, rule, id
