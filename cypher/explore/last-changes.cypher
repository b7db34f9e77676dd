// title: What the last import changed
// description: Added, removed and changed entities, and verdicts that became others. Nothing is listed if the
//   last import brought nothing new.
// :param limit => 1000
//   At most so many rows.
:param limit => 1000;

MATCH (import:Import)
WHERE import.startedAt IS NOT NULL
WITH import ORDER BY import.startedAt DESC, import.id LIMIT 1
MATCH (import)-[:RECORDED]->(change:Change)
RETURN import.startedAt AS importedAt, change.what AS what, change.entityKind AS kind, change.name AS name,
       change.accountId AS accountId, change.details AS details, change.entityId AS id
ORDER BY what, kind, accountId, id
LIMIT $limit;
