// title: Identities by verdict and account
// description: How many users, roles, groups and policies could go, account by account. CLEAR speaks of AWS
//   alone; what would break stands in impact.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (e:Entity)
WHERE e.verdict IS NOT NULL AND e.accountId IS NOT NULL AND $accountId IN ['', e.accountId]
WITH e.accountId AS accountId, e.verdict AS verdict, e.impact AS impact,
     CASE
       WHEN e:ServiceLinkedRole THEN 'ServiceLinkedRole'
       ELSE head([l IN labels(e) WHERE NOT l IN ['Entity', 'Principal', 'Credential', 'ManagedPolicy']])
     END AS kind
WHERE kind IN ['User', 'Role', 'ServiceLinkedRole', 'Group', 'CustomerManaged']
RETURN accountId, kind, verdict, impact, count(*) AS identities
ORDER BY accountId, kind, verdict, impact
LIMIT $limit;
