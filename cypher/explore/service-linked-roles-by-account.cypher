// title: Service-linked roles of each account, counted
// description: An account without any is listed with zero, if its roles were imported.
// :param limit => 1000
//   At most so many rows.
:param limit => 1000;

MATCH (account:Account)-[:HAS_EVIDENCE]->(:Evidence {key: 'roles'})
OPTIONAL MATCH (account)-[:CONTAINS]->(role:ServiceLinkedRole)
WITH account, collect(role) AS roles
RETURN account.accountId AS accountId, account.name AS account, size(roles) AS serviceLinkedRoles,
       size([r IN roles WHERE r.verdict = 'CLEAR']) AS clear,
       size([r IN roles WHERE r.verdict = 'BLOCKED']) AS blocked,
       size([r IN roles WHERE r.verdict = 'UNPROVEN']) AS unproven,
       size([r IN roles WHERE r.verdict = 'PROTECTED']) AS protected,
       size([r IN roles WHERE r.lastUsedDate IS NULL]) AS withoutUse
ORDER BY serviceLinkedRoles DESC, accountId
LIMIT $limit;
