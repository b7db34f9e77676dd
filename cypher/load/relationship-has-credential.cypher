// title: Write HAS_CREDENTIAL relationships
// description: Between nodes that are there. An end is an id, and properties where there are any: `evidence` is among them
//   unless it is the one that decides about the start.
// :param rows => []
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
UNWIND row.ends AS end
MATCH (to:Entity {id: end[0]})
CREATE (from)-[r:HAS_CREDENTIAL]->(to)
SET r = coalesce(end[1], {})
