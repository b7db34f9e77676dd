// title: A version that is not the default blocks the policy
// description: DeletePolicy answers DeleteConflict while versions beside the default one exist.
// severity: blocks
// order: 25
// applies: CustomerManaged
// evidence: policies of it
// step: aws iam delete-policy-version --policy-arn {it.id} --version-id {blocker.versionId}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:CustomerManaged)-[:HAS_VERSION]->(blocker:PolicyVersion)
WHERE NOT coalesce(blocker.isDefaultVersion, blocker.versionId = it.defaultVersionId, false)
RETURN blocker.id AS blocker, it.id AS blocked
