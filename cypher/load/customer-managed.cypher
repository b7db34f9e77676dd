// title: Write customer managed policies
// description: Properties that a newer export no longer holds are removed. `evidence` names what tells the node, `fingerprints` what each told.
//   A list of policies only adds counts to what the account authorization details tell, and the newer of both counts.
//   `versionsUpdateDate` is the one that the account authorization details tell beside the versions.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:ManagedPolicy:CustomerManaged,
    n.name = row.name,
    n.searchText = toLower(row.name),
    n.accountId = account.accountId,
    n.evidence = row.evidence,
    n.fingerprints = row.fingerprints
REMOVE n:ExternalPrincipal, n.placeholder, n.principalType, n.danglingId
MERGE (account)-[:CONTAINS]->(n)
FOREACH (_ IN CASE WHEN row.kind = "policy-list" AND "policies" IN row.evidence THEN [] ELSE [1] END |
  SET n.policyId = row.properties.policyId,
      n.path = row.properties.path,
      n.description = row.properties.description,
      n.isAttachable = row.properties.isAttachable,
      n.createDate = row.properties.createDate,
      n.versionsUpdateDate = row.properties.versionsUpdateDate,
      n.incomplete = row.properties.incomplete)
FOREACH (_ IN CASE WHEN row.at < n.countsAt THEN [] ELSE [1] END |
  SET n.defaultVersionId = row.properties.defaultVersionId,
      n.attachmentCount = row.properties.attachmentCount,
      n.permissionsBoundaryUsageCount = row.properties.permissionsBoundaryUsageCount,
      n.updateDate = row.properties.updateDate,
      n.countsAt = row.at)
