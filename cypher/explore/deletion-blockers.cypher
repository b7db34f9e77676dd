// title: What blocks the deletion of an identity
// description: Every blocker at once, first those that AWS refuses on (blocks), then those where something else
//   stops working (breaks). Without blockers there is one row with the verdict: UNPROVEN means that evidence is
//   missing, see evidence-gaps.
// :param identity => 'deploy'
//   ARN or name.
// :param limit => 1000
//   At most so many rows.
:param identity => 'deploy';
:param limit => 1000;

MATCH (identity:Entity)
WHERE identity.id = $identity OR identity.name = $identity
OPTIONAL MATCH (blocker:Entity)-[blocks:BLOCKS_DELETION_OF]->(identity)
RETURN identity.name AS identity, identity.accountId AS accountId, identity.verdict AS verdict,
       identity.impact AS impact, identity.protection AS protection, blocks.severity AS severity, blocks.rule AS rule,
       blocker.name AS blocker,
       CASE
         WHEN blocker:ServiceLinkedRole THEN 'ServiceLinkedRole'
         ELSE head([l IN labels(blocker) WHERE NOT l IN ['Entity', 'Principal', 'Credential', 'ManagedPolicy']])
       END AS blockerKind,
       blocker.id AS blockerId, identity.id AS id
ORDER BY id, severity, rule, blockerId
LIMIT $limit;
