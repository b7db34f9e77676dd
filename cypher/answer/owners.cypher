// title: The owners of some service-linked roles
// description: One row for each role that a service owns.
// :param ids => ["arn:aws:iam::111122223333:role/checkout-api"]
UNWIND $ids AS id
MATCH (owner:Service)-[:OWNS]->(n:Entity {id: id})
RETURN id, owner.id AS owner, owner.name AS name, coalesce(owner.slrDocUrl, owner.docUrl) AS docUrl
