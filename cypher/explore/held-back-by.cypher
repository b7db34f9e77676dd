// title: What a policy, group or role holds back
// description: All that cannot be deleted, or would break, because of the one named: for a policy, the users,
//   groups and roles that attach it; for an identity, what needs it.
// :param blocker => 'arn:aws:iam::aws:policy/AdministratorAccess'
//   ARN or name.
// :param limit => 1000
//   At most so many rows.
:param blocker => 'arn:aws:iam::aws:policy/AdministratorAccess';
:param limit => 1000;

MATCH (blocker:Entity)
WHERE blocker.id = $blocker OR blocker.name = $blocker
MATCH (blocker)-[blocks:BLOCKS_DELETION_OF]->(held:Entity)
RETURN blocker.name AS blocker, blocks.severity AS severity, blocks.rule AS rule, held.name AS held,
       CASE
         WHEN held:ServiceLinkedRole THEN 'ServiceLinkedRole'
         ELSE head([l IN labels(held) WHERE NOT l IN ['Entity', 'Principal', 'Credential', 'ManagedPolicy']])
       END AS kind,
       held.accountId AS accountId, held.verdict AS verdict, held.id AS id
ORDER BY severity, rule, accountId, id
LIMIT $limit;
