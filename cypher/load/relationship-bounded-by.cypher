// title: Write BOUNDED_BY relationships
// description: Between nodes that are there; the properties hold the evidence that tells the relationship.
// :param rows => []
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
UNWIND row.ends AS end
MATCH (to:Entity {id: end.to})
CREATE (from)-[r:BOUNDED_BY]->(to)
SET r = end.properties
