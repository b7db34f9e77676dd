// title: The neighbours of some nodes, by relationship and labels
// description: One row for each node, direction, relationship type and sort of neighbour: how many, and the first of them.
//   Accounts and tags join everything: CONTAINS and TAGGED are followed only if named.
// :param ids => ["arn:aws:iam::111122223333:role/checkout-api"]
// :param types => []
//   Empty for all types but CONTAINS and TAGGED.
// :param fold => 12
//   So many neighbours of each sort are listed.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
CALL (n) {
  MATCH (n)-[r:OWNS|DEFINES|INSTANCE_OF|KEPT_BY|TRUSTS|MEMBER_OF|ATTACHES|EMBEDS|BOUNDED_BY|HAS_VERSION|CARRIES|HAS_CREDENTIAL|USES|BELONGS_TO|REPORTS_ON|PARENT_OF|BLOCKS_DELETION_OF]->(m:Entity)
  WHERE $types = [] OR type(r) IN $types
  RETURN "out" AS direction, type(r) AS type, labels(m) AS labels, count(*) AS count, collect([r, m])[..$fold] AS pairs
  UNION ALL
  MATCH (n)<-[r:OWNS|DEFINES|INSTANCE_OF|KEPT_BY|TRUSTS|MEMBER_OF|ATTACHES|EMBEDS|BOUNDED_BY|HAS_VERSION|CARRIES|HAS_CREDENTIAL|USES|BELONGS_TO|REPORTS_ON|PARENT_OF|BLOCKS_DELETION_OF]-(m:Entity)
  WHERE $types = [] OR type(r) IN $types
  RETURN "in" AS direction, type(r) AS type, labels(m) AS labels, count(*) AS count, collect([r, m])[..$fold] AS pairs
  UNION ALL
  WITH n WHERE "CONTAINS" IN $types OR "TAGGED" IN $types
  MATCH (n)-[r:CONTAINS|TAGGED]->(m:Entity)
  WHERE type(r) IN $types
  RETURN "out" AS direction, type(r) AS type, labels(m) AS labels, count(*) AS count, collect([r, m])[..$fold] AS pairs
  UNION ALL
  WITH n WHERE "CONTAINS" IN $types OR "TAGGED" IN $types
  MATCH (n)<-[r:CONTAINS|TAGGED]-(m:Entity)
  WHERE type(r) IN $types
  RETURN "in" AS direction, type(r) AS type, labels(m) AS labels, count(*) AS count, collect([r, m])[..$fold] AS pairs
}
RETURN id AS of, direction, type, labels, labels AS every, count,
  [pair IN pairs | {
    node: head([m IN [pair[1]] | m {.id, .name, .accountId, .verdict, .impact, .resourceType, .region, .placeholder, labels: labels(m)}]),
    edge: head([r IN [pair[0]] | {id: elementId(r), from: startNode(r).id, to: endNode(r).id, type: type(r),
      rule: r.rule, severity: r.severity, effect: r.effect}])}] AS pairs
ORDER BY of, type, direction, labels
