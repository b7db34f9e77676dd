// title: Service roles by the service they trust
// description: Roles that you made for a service, not service-linked ones. Without a condition on the source, a
//   service may be talked into using the role for another account (the confused deputy).
// :param service => ''
//   The service's principal; empty for all.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param service => '';
:param accountId => '';
:param limit => 1000;

MATCH (service:Service)<-[trusts:TRUSTS {effect: 'Allow'}]-(role:Role)
WHERE $service IN ['', service.id] AND $accountId IN ['', role.accountId] AND NOT role:ServiceLinkedRole
RETURN service.id AS service, role.name AS role, role.accountId AS accountId,
       CASE
         WHEN trusts.conditions IS NULL THEN 'no condition'
         WHEN toLower(trusts.conditions) CONTAINS 'aws:source' THEN 'source'
         ELSE 'other conditions'
       END AS guard,
       trusts.conditions AS conditions, role.lastUsedDate AS lastUsed, role.verdict AS verdict, role.impact AS impact,
       role.id AS id
ORDER BY service, accountId, id, trusts.statement
LIMIT $limit;
