// title: Customer managed policies with old versions
// description: AWS keeps at most five versions of a policy, and all but the default must be deleted before the
//   policy.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (policy:CustomerManaged)-[:HAS_VERSION]->(version:PolicyVersion)
WHERE $accountId IN ['', policy.accountId]
WITH policy, version ORDER BY version.createDate, version.id
WITH policy, count(version) AS versions, [v IN collect(version) WHERE NOT v.isDefaultVersion] AS old
WHERE size(old) > 0
RETURN policy.name AS policy, policy.accountId AS accountId, policy.defaultVersionId AS defaultVersion, versions,
       [v IN old | v.versionId] AS oldVersions, head(old).createDate AS oldestCreated, policy.id AS id
ORDER BY versions DESC, accountId, id
LIMIT $limit;
