// title: Write principals that no import has told yet
// description: A trust policy names them: another account, a user or role of an account that was never imported, a deleted principal.
// :param rows => []
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
ON CREATE SET n:Principal:ExternalPrincipal, n.name = row.name, n.searchText = toLower(row.name), n.accountId = row.properties.accountId,
    n.principalType = row.properties.principalType, n.danglingId = row.properties.danglingId
