// title: Write ATTACHES relationships
// description: Between nodes that are there; the properties hold the evidence that tells the relationship.
// :param rows => []
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[r:ATTACHES]->(to)
SET r = row.properties
