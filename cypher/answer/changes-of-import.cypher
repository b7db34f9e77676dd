// title: What one import changed
// description: By entity.
// :param import => "0d5d3c6e-4b8e-4f3e-9d0a-0f4b0e6a1c11"
// :param entity => ""
//   Empty for all entities.
// :param account => ""
//   Empty for all accounts.
// :param what => ""
//   Empty for all; added, removed, changed or verdict.
// :param since => "2026-11-23T00:00:00Z"
//   Changes from this instant on.
// :param became => ""
//   Empty for all; a verdict, for changes to this one.
// :param skip => 0
// :param limit => 50
MATCH (i:Import {id: $import})-[:RECORDED]->(c:Change)
WHERE $account IN ["", c.accountId] AND $what IN ["", c.what] AND c.at >= datetime($since)
  AND ($became = "" OR c.what = "verdict" AND c.details[-1] ENDS WITH " " + $became) AND $entity IN ["", c.entityId]
RETURN c.at AS at, c.what AS what, c.entityId AS entityId, c.entityKind AS entityKind, c.name AS name, c.accountId AS accountId,
  c.details AS details, i.id AS importId
ORDER BY at DESC, entityId, what
SKIP $skip LIMIT $limit
