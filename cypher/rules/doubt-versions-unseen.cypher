// title: The policy has versions that were not seen
// description: A list of policies knows another default version, or a later update, than the account authorization details with the
//   versions do. A version beside the default one blocks the policy. That details know an update later than their own
//   versions is no reason to doubt: a version that was made and deleted again, as roll-backs do, leaves that.
// severity: doubts
// applies: CustomerManaged
// evidence: policies
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:CustomerManaged)
WITH it, [(it)-[:HAS_VERSION]->(version) | version] AS versions
WHERE "policies" IN it.evidence
  AND (any(version IN versions WHERE version.isDefaultVersion AND version.versionId <> it.defaultVersionId)
    OR NOT it.defaultVersionId IN [version IN versions | coalesce(version.versionId, "")]
    OR it.updateDate > it.versionsUpdateDate
    OR it.versionsUpdateDate IS NULL AND it.updateDate IS NOT NULL AND none(version IN versions WHERE version.createDate >= it.updateDate))
RETURN it.id AS blocked
