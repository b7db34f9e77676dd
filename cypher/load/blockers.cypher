// title: Write what blocks what
// description: For the importer; write what blocks what.
// :param rows => []
UNWIND $rows AS row
MATCH (blocked:Entity {id: row.blocked})
UNWIND row.blockers AS found
MATCH (blocker:Entity {id: found.id})
CREATE (blocker)-[:BLOCKS_DELETION_OF {rule: found.rule, severity: found.severity}]->(blocked)
