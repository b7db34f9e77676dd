// title: Service-linked roles of services that the organization does not trust
// description: Services that may act in all accounts of an organization are listed by list-aws-service-access-for-
//   organization; switching one off there leaves its roles in the accounts. Many services have such a role and never
//   needed that trust, so a row is something to look at, no proof. Without that list in the import there is no row.
// :param onlyUnused => true
//   Only roles without a use in the tracking period (400 days).
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param onlyUnused => true;
:param accountId => '';
:param limit => 1000;

MATCH (list:Evidence {key: 'resource-inventory:global:organizations:ServiceAccess', state: 'complete'})
MATCH (service:Service)-[:OWNS]->(role:ServiceLinkedRole)
WHERE $accountId IN ['', role.accountId] AND NOT EXISTS {
    (:Resource {resourceType: 'organizations:ServiceAccess', accountId: list.accountId, name: service.id})
  }
  AND (NOT $onlyUnused OR role.lastUsedDate IS NULL)
RETURN service.id AS service, service.name AS serviceName, role.name AS role, role.accountId AS accountId,
       role.lastUsedDate AS lastUsed, role.verdict AS verdict, list.accountId AS organizationOf, role.id AS id
ORDER BY service, accountId, id
LIMIT $limit;
