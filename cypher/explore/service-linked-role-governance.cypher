// title: Service-linked roles: present, in use, could go
// description: Each service-linked role with its service and account: what is known to keep it in use, when it was last
//   used (AWS tracks 400 days; none is not never), what AWS would say to its deletion, in how many of the accounts whose
//   roles were imported completely the service has one. couldGo is yes for CLEAR alone.
// :param service => ''
//   The service's principal; empty for all.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param service => '';
:param accountId => '';
:param limit => 1000;

MATCH (:Evidence {key: 'roles', state: 'complete'})<-[:HAS_EVIDENCE]-(complete:Account)
WITH count(DISTINCT complete) AS accounts, collect(DISTINCT complete.accountId) AS ids
MATCH (owner:Service)-[:OWNS]->(role:ServiceLinkedRole)
WHERE $service IN ['', owner.id] AND $accountId IN ['', role.accountId]
RETURN owner.id AS service, owner.name AS serviceName, role.name AS role, role.accountId AS accountId,
       CASE
         WHEN EXISTS { (role)<-[:BLOCKS_DELETION_OF {severity: 'blocks'}]-() } OR EXISTS { (role)<-[:USES]-() } THEN 'yes'
         WHEN role.verdict = 'CLEAR' THEN 'no'
         ELSE 'unknown'
       END AS inUse,
       COUNT { (role)<-[:BLOCKS_DELETION_OF {severity: 'blocks'}]-() } AS keptBy, role.lastUsedDate AS lastUsed,
       role.lastUsedRegion AS region, role.verdict AS verdict,
       CASE role.verdict WHEN 'CLEAR' THEN 'yes' WHEN 'UNPROVEN' THEN 'unknown' ELSE 'no' END AS couldGo,
       COUNT { MATCH (owner)-[:OWNS]->(other:ServiceLinkedRole) WHERE other.accountId IN ids RETURN DISTINCT other.accountId }
         + ' of ' + accounts AS inAccounts,
       COLLECT { MATCH (role)-[:TRUSTS {effect: 'Allow'}]->(t:Principal) WHERE t <> owner RETURN t.id ORDER BY t.id }
         AS trustsBesideOwner,
       role.id AS id
ORDER BY service, accountId, id
LIMIT $limit;
