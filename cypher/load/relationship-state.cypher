// title: What the graph holds of the relationships of some nodes
// description: Only those that evidence tells.
// :param ids => []
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r]->(to)
WHERE r.evidence IS NOT NULL
RETURN id AS from, type(r) AS type, to.id AS to, properties(r) AS properties, elementId(r) AS elementId
