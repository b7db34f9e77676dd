// title: Write what blocks what
// description: For the importer; write what blocks what.
// :param rows => []
UNWIND $rows AS row
MATCH (blocker:Entity {id: row.blocker})
MATCH (blocked:Entity {id: row.blocked})
CREATE (blocker)-[:BLOCKS_DELETION_OF {rule: row.rule, severity: row.severity}]->(blocked)
