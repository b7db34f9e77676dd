// title: A role that a policy bounds blocks the policy
// description: DeletePolicy answers DeleteConflict while the policy is the permissions boundary of a role. Taking the
//   boundary away widens what the role may do.
// severity: blocks
// order: 24
// applies: CustomerManaged
// evidence: roles
// step: aws iam delete-role-permissions-boundary --role-name {blocker.name}
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:CustomerManaged)<-[:BOUNDED_BY]-(blocker:Role)
RETURN blocker.id AS blocker, it.id AS blocked
