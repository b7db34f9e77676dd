// title: Write which entities IAM will not let anybody delete
// description: For the importer; write which entities IAM will not let anybody delete.
// :param rows => []
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
SET n.protection = row.protection
