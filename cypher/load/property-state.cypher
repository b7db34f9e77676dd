// title: What the graph holds of the properties of some nodes
// description: So that a change can say what it was before.
// :param ids => []
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, properties(n) AS properties
