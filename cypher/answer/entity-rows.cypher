// title: Entities as a list shows them
// description: One row for each id, in their order.
// :param ids => ["arn:aws:iam::111122223333:role/checkout-api"]
UNWIND range(0, size($ids) - 1) AS place
MATCH (n:Entity {id: $ids[place]})
CALL (n) {
  OPTIONAL MATCH (n:User)-[:HAS_CREDENTIAL]->(c)
  UNWIND [n.lastUsedDate, n.passwordLastUsed, c.lastUsedDate, c.passwordLastUsed] AS used
  RETURN max(used) AS lastUsed
}
RETURN place, n.id AS id, labels(n) AS labels, coalesce(n.name, n.id) AS name, n.accountId AS accountId,
  n.verdict AS verdict, n.impact AS impact, n.provenAt AS provenAt, coalesce(n.createDate, n.uploadDate) AS createDate,
  lastUsed,
  head([(s:Service)-[:OWNS]->(n) | s {.id, name: coalesce(s.name, s.id)}]) AS owner, coalesce(n.placeholder, false) AS placeholder
ORDER BY place
