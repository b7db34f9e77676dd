// title: A user that a policy bounds blocks the policy
// description: DeletePolicy answers DeleteConflict while the policy is the permissions boundary of a user. Taking the
//   boundary away widens what the user may do.
// severity: blocks
// order: 23
// applies: CustomerManaged
// evidence: users
// step: aws iam delete-user-permissions-boundary --user-name {blocker.name}
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:CustomerManaged)<-[:BOUNDED_BY]-(blocker:User)
RETURN blocker.id AS blocker, it.id AS blocked
