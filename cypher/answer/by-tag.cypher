// title: Identities that carry a tag
// description: Users, roles, policies and whatever else can be deleted.
// :param id => "tag:team=payments"
MATCH (tag:Entity:Tag {id: $id})<-[:TAGGED]-(n:Entity)
WHERE NOT n:Resource
RETURN n.id AS id
ORDER BY id
