// title: The neighbours of one node that a picture folded into one
// description: In no order, but the same one each time.
// :param id => "arn:aws:iam::111122223333:role/checkout-api"
// :param type => "TRUSTS"
// :param direction => "out"
//   Where the relationship points, out of the node or in.
// :param labels => ["Service"]
//   All labels of the neighbours.
// :param skip => 0
// :param limit => 50
MATCH (n:Entity {id: $id})
CALL (n) {
  WITH n WHERE $direction = "out"
  MATCH (n)-[r]->(m:Entity)
  WHERE type(r) = $type AND all(label IN labels(m) WHERE label IN $labels) AND size(labels(m)) = size($labels)
  RETURN r, m SKIP $skip LIMIT $limit
  UNION ALL
  WITH n WHERE $direction = "in"
  MATCH (n)<-[r]-(m:Entity)
  WHERE type(r) = $type AND all(label IN labels(m) WHERE label IN $labels) AND size(labels(m)) = size($labels)
  RETURN r, m SKIP $skip LIMIT $limit
}
RETURN m {.id, .name, .accountId, .verdict, .impact, .resourceType, .region, .placeholder, labels: labels(m)} AS node,
  {id: elementId(r), from: startNode(r).id, to: endNode(r).id, type: type(r), rule: r.rule, severity: r.severity, effect: r.effect} AS edge
