// title: Write the names that an organization gives its accounts
// description: An account that was never imported stays an external principal, with a name.
// :param rows => []
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
ON CREATE SET n:Principal:ExternalPrincipal, n.principalType = "AWS"
SET n.name = row.name, n.searchText = toLower(row.name), n.accountId = row.properties.accountId, n.status = row.properties.status,
    n.state = row.properties.state, n.joinedMethod = row.properties.joinedMethod, n.joinedTimestamp = row.properties.joinedTimestamp
