// title: Write the catalogue of services
// description: For the importer; write the catalogue of services.
// :param rows => []
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:Principal:Service, n += row.properties, n.catalogued = true
SET n.searchText = toLower(n.name)
REMOVE n:ExternalPrincipal, n.placeholder, n.principalType
