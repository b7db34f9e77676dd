// title: The values of one tag key
// description: By value.
// :param key => "team"
// :param start => ""
//   What a value has to start with.
// :param skip => 0
// :param limit => 50
MATCH (t:Tag {key: $key})
WHERE t.value STARTS WITH $start
WITH t ORDER BY t.value SKIP $skip LIMIT $limit
RETURN t.id AS id, t.value AS value, COUNT { (t)<-[:TAGGED]-() } AS entities
ORDER BY value
