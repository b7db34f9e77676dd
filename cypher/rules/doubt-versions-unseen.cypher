// title: The policy has versions that were not seen
// description: What IAM says of the policy is newer than the list of its versions: another version is the default by now, or
//   something was changed since. A version beside the default one blocks the policy.
// severity: doubts
// applies: CustomerManaged
// evidence: policies
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})-[:CONTAINS]->(it:CustomerManaged)
WHERE EXISTS { (it)-[:HAS_VERSION]->() }
  AND (EXISTS { (it)-[:HAS_VERSION]->(v:PolicyVersion) WHERE v.isDefaultVersion AND v.versionId <> it.defaultVersionId }
    OR it.defaultVersionId IS NOT NULL AND NOT EXISTS { (it)-[:HAS_VERSION]->(:PolicyVersion {versionId: it.defaultVersionId}) }
    OR EXISTS { MATCH (e:Evidence {accountId: account.accountId, key: "policies"}) WHERE it.updateDate > e.observedAt + duration("PT5M") })
RETURN it.id AS blocked
