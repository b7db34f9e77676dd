// title: Write service principals
// description: Services belong to no account. Those of the catalogue hold its facts.
// :param rows => []
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
ON CREATE SET n.catalogued = false, n.serviceLinkedRoles = "Unknown", n.name = row.name, n.searchText = toLower(row.name)
SET n:Principal:Service
REMOVE n:ExternalPrincipal, n.placeholder, n.principalType
