// title: Write tag policies
// description: Properties that a newer export no longer holds are removed. `evidence` names what tells the node, `fingerprints` what each told.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:TagPolicy,
    n.name = row.name,
    n.accountId = account.accountId,
    n.policyId = row.properties.policyId,
    n.description = row.properties.description,
    n.content = row.properties.content,
    n.effective = row.properties.effective,
    n.targetId = row.properties.targetId,
    n.merged = row.properties.merged,
    n.tagKeys = row.properties.tagKeys,
    n.tagValues = row.properties.tagValues,
    n.enforcedFor = row.properties.enforcedFor,
    n.requiredFor = row.properties.requiredFor,
    n.evidence = row.evidence,
    n.fingerprints = row.fingerprints
REMOVE n:ExternalPrincipal, n.placeholder, n.principalType, n.danglingId
MERGE (account)-[:CONTAINS]->(n)
