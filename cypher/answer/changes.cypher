// title: What imports changed
// description: The newest first, of all or of one account, of one kind of change.
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
MATCH (c:Change)
WHERE c.at IS NOT NULL AND $account IN ["", c.accountId] AND $what IN ["", c.what] AND c.at >= datetime($since)
  AND ($became = "" OR c.what = "verdict" AND c.details[-1] ENDS WITH " " + $became)
WITH c ORDER BY c.at DESC, c.entityId, c.what SKIP $skip LIMIT $limit
MATCH (c)<-[:RECORDED]-(i)
RETURN c.at AS at, c.what AS what, c.entityId AS entityId, c.entityKind AS entityKind, c.name AS name, c.accountId AS accountId,
  c.details AS details, i.id AS importId
ORDER BY at DESC, entityId, what
