// title: Users and roles without a key of the tag policy
// description: The account's effective tag policy names the key, and the identity has it in no spelling. AWS calls that no
//   violation: untagged resources are compliant unless the policy requires the key for their type (required). Roles
//   that nobody may tag are left out: service-linked ones and those of Identity Center. Where tags could not be read, or the account's policy is not known, it is unknown.
// finding: low
// source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies.html
// fix: Tag the identity, or take the key out of the policy if nobody needs it there.
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
  MATCH (entity:User|Role {accountId: policy.targetId})
  WHERE NOT entity:ServiceLinkedRole AND entity.placeholder IS NULL AND coalesce(entity.verdict, '') <> 'PROTECTED'
    AND NOT EXISTS { MATCH (entity)-[:TAGGED]->(tag:Tag) WHERE toLower(tag.key) = toLower(policy.tagKeys[i]) }
  RETURN CASE WHEN 'Tags' IN entity.incomplete THEN 'unknown' ELSE 'the key is missing' END AS finding, entity,
         policy.tagKeys[i] AS key,
         any(v IN policy.requiredFor WHERE v IN [i + ':iam:' + CASE WHEN entity:User THEN 'user' ELSE 'role' END,
           i + ':iam:*', i + ':iam:ALL_SUPPORTED']) AS required
  UNION ALL
  MATCH (entity:Account)
  WHERE $accountId IN ['', entity.accountId]
    AND NOT EXISTS { (p:TagPolicy {effective: true, targetId: entity.accountId}) WHERE p.tagKeys IS NOT NULL }
  RETURN 'unknown' AS finding, entity, null AS key, null AS required
}
RETURN finding, entity.name AS name, entity.accountId AS accountId, key, required,
       COUNT { (entity)-[:TAGGED]->() } AS otherTags, entity.id AS id
ORDER BY finding = 'unknown', accountId, key, id
LIMIT $limit;
