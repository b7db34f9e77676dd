// title: The neighbours of some nodes, by relationship and labels
// description: One row for each node, direction, relationship type and sort of neighbour: how many, and the first of them.
//   Accounts and tags join everything: CONTAINS and TAGGED are followed only if named. Types that can be very many end at a limit.
// :param ids => ["arn:aws:iam::111122223333:role/checkout-api"]
// :param types => []
//   Empty for all types but CONTAINS and TAGGED.
// :param fold => 12
//   So many neighbours of each sort are listed.
// :param most => 1000
//   So many of each type are looked at.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
CALL (n) {
  MATCH (n)-[r:DEFINES|INSTANCE_OF|KEPT_BY|TRUSTS|MEMBER_OF|ATTACHES|EMBEDS|BOUNDED_BY|HAS_VERSION|CARRIES|HAS_CREDENTIAL|USES|BELONGS_TO|REPORTS_ON]->(m:Entity) RETURN "out" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)-[r:OWNS]->(m:Entity) RETURN "out" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)-[r:PARENT_OF]->(m:Entity) RETURN "out" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)-[r:BLOCKS_DELETION_OF]->(m:Entity) RETURN "out" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)<-[r:OWNS|DEFINES|EMBEDS|HAS_VERSION|CARRIES|HAS_CREDENTIAL|REPORTS_ON|PARENT_OF]-(m:Entity) RETURN "in" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)<-[r:TRUSTS]-(m:Entity) RETURN "in" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)<-[r:ATTACHES]-(m:Entity) RETURN "in" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)<-[r:MEMBER_OF]-(m:Entity) RETURN "in" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)<-[r:BOUNDED_BY]-(m:Entity) RETURN "in" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)<-[r:INSTANCE_OF]-(m:Entity) RETURN "in" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)<-[r:KEPT_BY]-(m:Entity) RETURN "in" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)<-[r:USES]-(m:Entity) RETURN "in" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)<-[r:BELONGS_TO]-(m:Entity) RETURN "in" AS direction, r, m LIMIT $most
  UNION ALL
  MATCH (n)<-[r:BLOCKS_DELETION_OF]-(m:Entity) RETURN "in" AS direction, r, m LIMIT $most
  UNION ALL
  WITH n WHERE "CONTAINS" IN $types MATCH (n)-[r:CONTAINS]->(m:Entity) RETURN "out" AS direction, r, m LIMIT $most
  UNION ALL
  WITH n WHERE "CONTAINS" IN $types MATCH (n)<-[r:CONTAINS]-(m:Entity) RETURN "in" AS direction, r, m LIMIT $most
  UNION ALL
  WITH n WHERE "TAGGED" IN $types MATCH (n)-[r:TAGGED]->(m:Entity) RETURN "out" AS direction, r, m LIMIT $most
  UNION ALL
  WITH n WHERE "TAGGED" IN $types MATCH (n)<-[r:TAGGED]-(m:Entity) RETURN "in" AS direction, r, m LIMIT $most
}
WITH id, direction, type(r) AS type, r, m
WHERE $types = [] OR type IN $types
WITH id, direction, type, labels(m) AS labels, count(*) AS count, collect([r, m])[..$fold] AS pairs
WITH id, direction, type, collect({labels: labels, count: count, pairs: pairs}) AS groups, sum(count) >= $most AS atLeast
UNWIND groups AS g
RETURN id AS of, direction, type, g.labels AS labels, g.labels AS every, g.count AS count, atLeast,
  [pair IN g.pairs | {
    node: head([m IN [pair[1]] | m {.id, .name, .accountId, .verdict, .impact, .resourceType, .region, .placeholder, labels: labels(m)}]),
    edge: head([r IN [pair[0]] | {id: elementId(r), from: startNode(r).id, to: endNode(r).id, type: type(r),
      rule: r.rule, severity: r.severity, effect: r.effect}])}] AS pairs
ORDER BY of, type, direction, labels
