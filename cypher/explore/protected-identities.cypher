// title: Identities that IAM does not let you delete
// description: Roles under /aws-reserved/ and service-linked roles that only their service removes, with who can
//   remove them and how.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (identity:Entity)
WHERE identity.verdict = 'PROTECTED' AND identity.accountId IS NOT NULL AND $accountId IN ['', identity.accountId]
RETURN identity.name AS identity,
       CASE
         WHEN identity:ServiceLinkedRole THEN 'ServiceLinkedRole'
         ELSE head([l IN labels(identity) WHERE NOT l IN ['Entity', 'Principal', 'Credential', 'ManagedPolicy']])
       END AS kind,
       identity.accountId AS accountId, identity.protection AS protection, identity.id AS id
ORDER BY accountId, kind, id
LIMIT $limit;
