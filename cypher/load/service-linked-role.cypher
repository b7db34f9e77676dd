// title: Write service-linked roles
// description: Properties that a newer export no longer holds are removed. `evidence` names what tells the node, `fingerprints` what each told.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:Principal:Role:ServiceLinkedRole,
    n.name = row.name,
    n.searchText = toLower(row.name + coalesce(" " + row.properties.roleId, "")),
    n.accountId = account.accountId,
    n.roleId = row.properties.roleId,
    n.path = row.properties.path,
    n.servicePrincipal = row.properties.servicePrincipal,
    n.createDate = row.properties.createDate,
    n.description = row.properties.description,
    n.maxSessionDuration = row.properties.maxSessionDuration,
    n.lastUsedDate = row.properties.lastUsedDate,
    n.lastUsedRegion = row.properties.lastUsedRegion,
    n.assumeRolePolicyDocument = row.properties.assumeRolePolicyDocument,
    n.incomplete = row.properties.incomplete,
    n.evidence = row.evidence,
    n.fingerprints = row.fingerprints
REMOVE n:ExternalPrincipal, n.placeholder, n.principalType, n.danglingId
MERGE (account)-[:CONTAINS]->(n)
