// title: Write the catalogue of service-linked role types
// description: For the importer; write the catalogue of service-linked role types.
// :param rows => []
UNWIND $rows AS row
MERGE (type:Entity {id: row.id})
SET type:ServiceLinkedRoleType, type += row.properties
SET type.searchText = toLower(type.name)
MERGE (service:Entity {id: row.owner})
MERGE (service)-[:DEFINES]->(type)
WITH type, row
OPTIONAL MATCH (type)-[old:KEPT_BY]->()
DELETE old
WITH DISTINCT type, row
UNWIND row.keepers AS keeper
MERGE (kind:Entity {id: keeper.resourceType})
ON CREATE SET kind:ResourceType, kind.name = keeper.resourceType, kind.searchText = toLower(keeper.resourceType)
CREATE (type)-[:KEPT_BY {condition: keeper.condition, when: keeper.when, facts: keeper.facts, cleanup: keeper.cleanup}]->(kind)
