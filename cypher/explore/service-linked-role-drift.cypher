// title: Service-linked roles that only some accounts have
// description: Each service and role by the number of accounts that have it, out of those whose roles were
//   imported completely. Custom suffixes count as one role where the catalogue knows the type.
// :param limit => 1000
//   At most so many rows.
:param limit => 1000;

MATCH (account:Account)
MATCH (:Evidence {accountId: account.accountId, key: 'roles', state: 'complete'})
WITH account ORDER BY account.accountId
WITH count(account) AS accounts, collect(account.accountId) AS ids
MATCH (role:ServiceLinkedRole)
WHERE role.accountId IN ids
OPTIONAL MATCH (role)-[:INSTANCE_OF]->(type:ServiceLinkedRoleType)
WITH accounts, ids, role.servicePrincipal AS servicePrincipal, coalesce(type.name, role.name) AS role,
     collect(DISTINCT role.accountId) AS having
WHERE size(having) < accounts
RETURN servicePrincipal, role, size(having) AS inAccounts, accounts AS ofAccounts,
       [id IN ids WHERE id IN having][..10] AS firstTenWith, [id IN ids WHERE NOT id IN having][..10] AS firstTenWithout
ORDER BY inAccounts, servicePrincipal, role
LIMIT $limit;
