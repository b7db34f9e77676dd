// title: Inline policies and whose they are
// description: They go with their owner, can be reused by nobody, and must be deleted before it.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (owner:Entity)-[:EMBEDS]->(policy:InlinePolicy)
WHERE $accountId IN ['', owner.accountId]
RETURN policy.name AS policy, owner.name AS owner,
       CASE
         WHEN owner:ServiceLinkedRole THEN 'ServiceLinkedRole'
         ELSE head([l IN labels(owner) WHERE NOT l IN ['Entity', 'Principal', 'Credential', 'ManagedPolicy']])
       END AS ownerKind,
       owner.accountId AS accountId, size(policy.document) AS characters, owner.id AS ownerId, policy.id AS id
ORDER BY accountId, ownerId, id
LIMIT $limit;
