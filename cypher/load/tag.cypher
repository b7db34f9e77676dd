// title: Write tags
// description: A key and value is one node, shared by all that carry it.
// :param rows => []
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
ON CREATE SET n:Tag, n.name = row.name, n.searchText = toLower(row.name), n.key = row.properties.key, n.value = row.properties.value
