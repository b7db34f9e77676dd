// title: How many entities carry a tag
// description: From the counts that the database keeps, so that it costs the same for a tag that all carry.
// :param key => "team"
// :param value => null
//   Null for any value.
MATCH (t:Tag {key: $key})
WHERE $value IS NULL OR t.value = $value
RETURN sum(COUNT { (t)<-[:TAGGED]-() }) AS entities
