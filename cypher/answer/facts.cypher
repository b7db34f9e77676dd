// title: What a verdict needs to know of some identities
// description: One row for each id that the graph holds.
// :param ids => ["arn:aws:iam::111122223333:role/checkout-api"]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
OPTIONAL MATCH (account:Account {accountId: n.accountId})
RETURN n.id AS id, n.name AS name, labels(n) AS labels, n.accountId AS accountId, account.id AS account,
  n.protection AS protection, coalesce(n.doubts, []) AS doubts, coalesce(n.evidence, []) AS evidence,
  n.servicePrincipal AS servicePrincipal, n.status AS status, coalesce(n.virtual, false) AS virtual,
  CASE WHEN n:CustomerManaged THEN n.attachmentCount = COUNT { (n)<-[:ATTACHES]-() }
    AND n.permissionsBoundaryUsageCount = COUNT { (n)<-[:BOUNDED_BY]-() } END AS countsAgree,
  coalesce(n.createDate, n.uploadDate) AS created,
  CASE WHEN account.enabledRegions IS NULL THEN []
    ELSE account.enabledRegions + [r IN coalesce(account.seenRegions, []) WHERE NOT r IN account.enabledRegions] END AS enabledRegions,
  CASE WHEN n:Role AND NOT EXISTS { (n)-[:TRUSTS]->() } THEN ["unknown"] WHEN n:Role THEN [(n)-[trust:TRUSTS]->(service:Service|AnyPrincipal|ExternalPrincipal) WHERE trust.effect <> "Deny"
    AND (NOT service:ExternalPrincipal OR trust.principalType = "Federated") | service.id] ELSE [] END AS trusts,
  head([(n)-[trust:TRUSTS]->(p) WHERE trust.effect <> "Deny"
    AND (p:OidcProvider OR p:SamlProvider OR p:ExternalPrincipal OR (p:Account OR p:User OR p:Role) AND p.accountId <> n.accountId) | p.id]) AS letsIn,
  n:Role AND "RoleLastUsed" IN coalesce(n.incomplete, []) AS useUnknown,
  CASE WHEN n.lastAuthenticated > n.lastUsedDate THEN n.lastAuthenticated ELSE coalesce(n.lastUsedDate, n.lastAuthenticated) END AS lastUsed,
  COUNT { (n)<-[:BLOCKS_DELETION_OF {severity: "blocks"}]-() } AS blocks,
  COUNT { (n)<-[:BLOCKS_DELETION_OF {severity: "breaks"}]-() } AS breaks,
  CASE WHEN n:Credential OR n:InlinePolicy OR n:PolicyVersion THEN
    head([(holder)-[:HAS_CREDENTIAL|EMBEDS|HAS_VERSION]->(n) | {id: holder.id, name: holder.name, labels: labels(holder)}]) END AS holder,
  n {.*, assumeRolePolicyDocument: null, document: null,
    deletionTaskId: head([(n)<-[:REPORTS_ON]-(task:DeletionTask)
      WHERE task.status IN ["IN_PROGRESS", "NOT_STARTED"] AND task.id STARTS WITH account.id + "/task/"
      | substring(task.id, size(account.id) + 1)])} AS properties,
  n.verdict AS verdict, n.impact AS impact, n.provenAt AS provenAt
