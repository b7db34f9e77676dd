// title: Tags that the organization's tag policy does not allow
// description: A key in another capitalization than the policy asks for, or a value that is not among the allowed ones
//   (which may hold one *). Keys that the policy does not name may be anything. enforced says whether AWS refuses such a
//   tag by now, as the policy asks for this kind of resource. An account whose policy is not known is unknown.
// finding: medium
// source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_example-tag-policies.html
// source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies-enforcement.html
// fix: Tag it anew with the key and a value that the policy has; remove the old tag after what reads it was changed.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

CALL () {
  MATCH (policy:TagPolicy {effective: true})
  WHERE $accountId IN ['', policy.targetId] AND size(policy.tagKeys) > 0
  UNWIND range(0, size(policy.tagKeys) - 1) AS i
  WITH policy, policy.tagKeys[i] AS tagKey,
       [v IN policy.tagValues WHERE v STARTS WITH i + ':' | substring(v, size(i + ':'))] AS allowed,
       [v IN policy.enforcedFor WHERE v STARTS WITH i + ':' | split(substring(v, size(i + ':')), ':')] AS enforcedFor
  MATCH (tag:Tag)
  WHERE toLower(tag.key) = toLower(tagKey)
  MATCH (tag)<-[:TAGGED]-(entity:Entity {accountId: policy.targetId})
  WITH entity, tag, tagKey, allowed, enforcedFor, tag.key <> tagKey AS spelling,
       size(allowed) > 0 AND none(a IN allowed WHERE a = tag.value OR a CONTAINS '*'
         AND tag.value STARTS WITH split(a, '*')[0] AND tag.value ENDS WITH split(a, '*')[1]
         AND size(tag.value) >= size(a) - 1) AS value
  WHERE spelling OR value
  RETURN CASE WHEN NOT value THEN 'the key is written otherwise' WHEN NOT spelling THEN 'the value is not allowed'
              ELSE 'key and value' END AS finding,
         entity, tag.key AS key, tag.value AS tagValue, tagKey, allowed,
         any(e IN enforcedFor WHERE split(entity.id, ':')[2] = e[0] AND (e[1] IN ['*', 'ALL_SUPPORTED']
           OR split(split(entity.id, ':')[5], '/')[0] = e[1])) AS enforced
  UNION ALL
  MATCH (entity:Account)
  WHERE $accountId IN ['', entity.accountId]
    AND NOT EXISTS { (p:TagPolicy {effective: true, targetId: entity.accountId}) WHERE p.tagKeys IS NOT NULL }
  RETURN 'unknown' AS finding, entity, null AS key, null AS tagValue, null AS tagKey, [] AS allowed, null AS enforced
}
RETURN finding, entity.name AS name, entity.accountId AS accountId, key, tagValue AS value, tagKey AS askedFor,
       allowed AS allowedValues, enforced, entity.id AS id
ORDER BY finding = 'unknown', accountId, key, id
LIMIT $limit;
