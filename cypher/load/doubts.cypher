// title: Write which rules doubt what was seen of an entity
// description: For the importer; write which rules doubt what was seen of an entity.
// :param rows => []
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
SET n.doubts = row.doubts
