// title: Customer managed policies attached to nothing
// description: No user, group or role of the import attaches them or is bounded by them. AWS's own counts stand
//   beside it: where they say otherwise, what uses the policy was not imported.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (policy:CustomerManaged)
WHERE $accountId IN ['', policy.accountId] AND policy.placeholder IS NULL
  AND NOT EXISTS { (policy)<-[:ATTACHES|BOUNDED_BY]-() }
WITH policy, coalesce(policy.attachmentCount, 0) + coalesce(policy.permissionsBoundaryUsageCount, 0) AS counted
RETURN policy.name AS policy, policy.accountId AS accountId,
       CASE
         WHEN counted > 0 THEN 'AWS counts ' + counted + ' uses that were not imported'
         WHEN policy.attachmentCount IS NULL OR policy.permissionsBoundaryUsageCount IS NULL THEN 'AWS did not say'
         ELSE 'AWS counts none'
       END AS counts,
       policy.updateDate AS updated, policy.verdict AS verdict, policy.id AS id
ORDER BY counted, accountId, id
LIMIT $limit;
