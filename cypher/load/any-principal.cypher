// title: Write the principal that stands for everyone
// description: `*` in a trust policy.
// :param rows => []
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
ON CREATE SET n:Principal:AnyPrincipal, n.name = row.name, n.searchText = toLower(row.name)
