// title: Groups without members or without policies
// description: Members are proven missing only where all users of the account were imported; else they are
//   unknown.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (group:Group)
WHERE $accountId IN ['', group.accountId] AND group.placeholder IS NULL
WITH group, COUNT { (group)<-[:MEMBER_OF]-() } AS members, COUNT { (group)-[:ATTACHES|EMBEDS]->() } AS policies
WHERE members = 0 OR policies = 0
OPTIONAL MATCH (users:Evidence {accountId: group.accountId, key: 'users', state: 'complete'})
RETURN group.name AS group, group.accountId AS accountId,
       CASE WHEN members = 0 AND users IS NULL THEN 'unknown' ELSE toString(members) END AS members,
       CASE WHEN policies = 0 AND group.incomplete IS NOT NULL THEN 'unknown' ELSE toString(policies) END AS policies,
       group.verdict AS verdict, group.id AS id
ORDER BY accountId, id
LIMIT $limit;
