// title: Write access keys
// description: Properties that a newer export no longer holds are removed. `evidence` names what tells the node, `fingerprints` what each told.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:Credential:AccessKey,
    n.name = row.name,
    n.searchText = toLower(row.name),
    n.accountId = account.accountId,
    n.accessKeyId = row.properties.accessKeyId,
    n.status = row.properties.status,
    n.createDate = row.properties.createDate,
    n.lastRotated = row.properties.lastRotated,
    n.lastUsedDate = coalesce(row.properties.lastUsedDate, n.lastUsedDate),
    n.lastUsedRegion = coalesce(row.properties.lastUsedRegion, n.lastUsedRegion),
    n.lastUsedService = coalesce(row.properties.lastUsedService, n.lastUsedService),
    n.evidence = row.evidence,
    n.fingerprints = row.fingerprints
REMOVE n:ExternalPrincipal, n.placeholder, n.principalType, n.danglingId
MERGE (account)-[:CONTAINS]->(n)
