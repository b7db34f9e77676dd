// title: One tag key
// description: How many values it has, and who carries it by labels.
// :param key => "team"
MATCH (t:Tag {key: $key})
CALL (t) {
  OPTIONAL MATCH (t)<-[:TAGGED]-(n)
  RETURN labels(n) AS labels, count(n) AS entities
}
RETURN labels, sum(entities) AS entities, COUNT { (:Tag {key: $key}) } AS values
