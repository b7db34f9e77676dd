// title: Tag keys
// description: One row for each key, those that most entities carry first; reads every tag.
MATCH (t:Tag)
RETURN t.key AS key, count(*) AS values, sum(COUNT { (t)<-[:TAGGED]-() }) AS entities
ORDER BY entities DESC, key
