// title: Write resources outside IAM
// description: Properties that a newer export no longer holds are removed. `evidence` names what tells the node, `fingerprints` what each told.
//   Several lists may tell one resource, each as a type of its own (`types`: a backup, a recovery point); what an older
//   answer says of it does not replace what a newer one says.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:Resource,
    n.name = row.name,
    n.searchText = toLower(row.name),
    n.accountId = account.accountId,
    n.resourceType = coalesce(row.types[0], row.properties.resourceType, n.resourceType),
    n.otherTypes = CASE WHEN size(row.types) > 1 THEN row.types[1..] END,
    n.hasOtherTypes = CASE WHEN size(row.types) > 1 THEN true END,
    n.region = coalesce(row.properties.region, n.region),
    n.sharedBy = row.properties.sharedBy,
    n.facts = CASE WHEN row.properties.facts IS NULL OR row.at < n.factsAt THEN n.facts ELSE row.properties.facts END,
    n.factsAt = CASE WHEN row.properties.facts IS NULL OR row.at < n.factsAt THEN n.factsAt ELSE row.at END,
    n.rolesUnknown = row.properties.rolesUnknown,
    n.namesUnknown = coalesce(row.properties.namesUnknown, n.namesUnknown),
    n.evidence = row.evidence,
    n.fingerprints = row.fingerprints
REMOVE n:ExternalPrincipal, n.placeholder, n.principalType, n.danglingId
MERGE (account)-[:CONTAINS]->(n)
