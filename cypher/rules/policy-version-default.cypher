// title: A policy blocks the version that is its default
// description: DeletePolicyVersion answers DeleteConflict for the default version. Make another version the default
//   first, which changes permissions, or delete the whole policy.
// severity: blocks
// applies: PolicyVersion
// evidence: policies of it
// byhand: aws iam set-default-policy-version --policy-arn {blocker.id} --version-id ANOTHER_VERSION
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(blocker:CustomerManaged)-[:HAS_VERSION]->(it:PolicyVersion)
WHERE it.versionId = blocker.defaultVersionId OR coalesce(it.isDefaultVersion, blocker.defaultVersionId IS NULL)
RETURN blocker.id AS blocker, it.id AS blocked
