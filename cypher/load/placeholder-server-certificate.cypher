// title: Keep a place for a server certificate that is named but not told
// description: A listener uses it, and no list holds it yet.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
ON CREATE SET n:ServerCertificate, n.name = row.name, n.searchText = toLower(row.name), n.accountId = row.properties.accountId, n.placeholder = true
WITH account, n
WHERE n.placeholder AND n.accountId = account.accountId
MERGE (account)-[:CONTAINS]->(n)
