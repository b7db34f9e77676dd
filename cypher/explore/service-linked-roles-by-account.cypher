// title: Service-linked roles of each account, counted
// description: An account without any is listed with zero, if its roles were imported.
// :param limit => 1000
//   At most so many rows.
:param limit => 1000;

CALL () {
  MATCH (role:ServiceLinkedRole)
  RETURN role.accountId AS accountId, 1 AS role, role.verdict AS verdict, role.lastUsedDate IS NULL AS unused
  UNION ALL
  MATCH (account:Account)
  MATCH (:Evidence {accountId: account.accountId, key: 'roles'})
  RETURN account.accountId AS accountId, 0 AS role, null AS verdict, false AS unused
}
RETURN accountId, sum(role) AS serviceLinkedRoles, count(CASE verdict WHEN 'CLEAR' THEN 1 END) AS clear,
       count(CASE verdict WHEN 'BLOCKED' THEN 1 END) AS blocked,
       count(CASE verdict WHEN 'UNPROVEN' THEN 1 END) AS unproven,
       count(CASE verdict WHEN 'PROTECTED' THEN 1 END) AS protected,
       count(CASE unused WHEN true THEN 1 END) AS withoutUse
ORDER BY serviceLinkedRoles DESC, accountId
LIMIT $limit;
