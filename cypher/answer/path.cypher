// title: A shortest way between two entities
// description: At most six relationships, in any direction, accounts and tags left out since they join everything.
// :param from => "arn:aws:iam::111122223333:role/checkout-api"
// :param to => "arn:aws:iam::111122223333:role/deploy"
MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
MATCH p = shortestPath((a)-[:OWNS|DEFINES|INSTANCE_OF|TRUSTS|MEMBER_OF|ATTACHES|EMBEDS|BOUNDED_BY|HAS_VERSION|CARRIES|HAS_CREDENTIAL|USES|BELONGS_TO|REPORTS_ON|PARENT_OF*1..6]-(b))
RETURN [n IN nodes(p) | n {.id, .name, .accountId, .verdict, .impact, .resourceType, .region, .placeholder, labels: labels(n)}] AS nodes,
  [r IN relationships(p) | {id: elementId(r), from: startNode(r).id, to: endNode(r).id, type: type(r), rule: r.rule, severity: r.severity, effect: r.effect}] AS edges
