// title: Write who owns the service-linked roles of an account
// description: The owner comes from the ARN path, the type from the catalogue by path principal and longest fixed name.
// :param rows => []
UNWIND $rows AS row
MATCH (role:Entity {id: row.id})
MERGE (owner:Entity {id: row.owner})
ON CREATE SET owner:Principal:Service, owner.name = row.owner, owner.catalogued = false, owner.serviceLinkedRoles = "Unknown"
MERGE (owner)-[:OWNS]->(role)
WITH role, row
OPTIONAL MATCH (role)-[old:INSTANCE_OF]->(other)
WHERE row.type IS NULL OR other.id <> row.type
DELETE old
WITH DISTINCT role, row
SET role.customSuffix = row.customSuffix
WITH role, row
MATCH (type:Entity {id: row.type})
MERGE (role)-[:INSTANCE_OF]->(type)
