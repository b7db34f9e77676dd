// title: Write signing certificates
// description: Properties that a newer export no longer holds are removed. `evidence` names what tells the node, `fingerprints` what each told.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:Credential:SigningCertificate,
    n.name = row.name,
    n.searchText = toLower(row.name),
    n.accountId = account.accountId,
    n.certificateId = row.properties.certificateId,
    n.status = row.properties.status,
    n.uploadDate = row.properties.uploadDate,
    n.lastRotated = row.properties.lastRotated,
    n.evidence = row.evidence,
    n.fingerprints = row.fingerprints
REMOVE n:ExternalPrincipal, n.placeholder, n.principalType, n.danglingId
MERGE (account)-[:CONTAINS]->(n)
