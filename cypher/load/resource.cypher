// title: Write resources outside IAM
// description: Properties that a newer export no longer holds are removed. `evidence` names what tells the node, `fingerprints` what each told.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:Resource,
    n.name = row.name,
    n.searchText = toLower(row.name),
    n.accountId = account.accountId,
    n.resourceType = coalesce(row.properties.resourceType, n.resourceType),
    n.region = coalesce(row.properties.region, n.region),
    n.facts = coalesce(row.properties.facts, n.facts),
    n.rolesUnknown = row.properties.rolesUnknown,
    n.evidence = row.evidence,
    n.fingerprints = row.fingerprints
REMOVE n:ExternalPrincipal, n.placeholder, n.principalType, n.danglingId
MERGE (account)-[:CONTAINS]->(n)
