// title: Write what an import changed
// description: For the importer; write what an import changed.
// :param import => "2026-11-23T18:00:00Z"
// :param rows => []
MERGE (i:Import {id: $import})
WITH i
UNWIND $rows AS row
CREATE (i)-[:RECORDED]->(c:Change)
SET c = row
