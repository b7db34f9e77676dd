// title: The policy has versions that were not seen
// description: What IAM says of the policy is newer than the list of its versions: another version is the default by now, or
//   something was changed since. A version beside the default one blocks the policy.
// severity: doubts
// applies: CustomerManaged
// evidence: policies
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})
OPTIONAL MATCH (list:Evidence {accountId: account.accountId, key: "policies"})
WITH account, list.observedAt + duration("PT5M") AS listed
MATCH (account)-[:CONTAINS]->(it:CustomerManaged)
WITH it, listed, [(it)-[:HAS_VERSION]->(version) | version] AS versions
WHERE versions <> []
  AND (any(version IN versions WHERE version.isDefaultVersion AND version.versionId <> it.defaultVersionId)
    OR NOT it.defaultVersionId IN [version IN versions | coalesce(version.versionId, "")]
    OR it.updateDate > listed)
RETURN it.id AS blocked
