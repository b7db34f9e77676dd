// title: Identities that carry a tag
// description: Users, roles, policies and whatever else IAM deletes, or protects; accounts, organizational units and
//   resources carry tags, too, and are left out.
// :param id => "tag:team=payments"
MATCH (tag:Entity:Tag {id: $id})<-[:TAGGED]-(n:Entity)
WHERE n.verdict IS NOT NULL
RETURN n.id AS id
ORDER BY id
