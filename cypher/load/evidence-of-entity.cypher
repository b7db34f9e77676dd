// title: Write which evidence still tells a node
// description: For nodes that a newer export no longer tells, or tells only in part.
// :param rows => []
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
SET n.evidence = row.evidence, n.fingerprints = row.fingerprints
