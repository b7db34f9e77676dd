// title: A policy that asks for this one as a permissions boundary lets nobody create users or roles any more
// description: Whoever is allowed to create users and roles with this boundary alone is refused without it. Found where a document
//   with the condition key iam:PermissionsBoundary names the policy.
// severity: breaks
// applies: CustomerManaged
// evidence: policies
// evidence: users
// evidence: groups
// evidence: roles
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(text:PolicyVersion|InlinePolicy)
WHERE toLower(text.document) CONTAINS "iam:permissionsboundary" AND coalesce(text.isDefaultVersion, true)
UNWIND split(text.document, "\"") AS arn
WITH DISTINCT text, arn
WHERE arn STARTS WITH "arn:" AND arn CONTAINS ":policy/"
MATCH (it:Entity&CustomerManaged)
WHERE it.id = arn AND it.accountId = text.accountId
OPTIONAL MATCH (policy:CustomerManaged)-[:HAS_VERSION]->(text)
WITH coalesce(policy, text) AS blocker, it
WHERE blocker <> it
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
