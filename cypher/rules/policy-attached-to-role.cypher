// title: A role that a policy is attached to blocks the policy
// description: DeletePolicy answers DeleteConflict while the policy is attached to a role. A policy on a role of IAM
//   Identity Center cannot be detached through IAM: the permission set has to let go of it.
// severity: blocks
// order: 22
// applies: CustomerManaged
// evidence: roles
// step: aws iam detach-role-policy --role-name {blocker.name} --policy-arn {it.id}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:CustomerManaged)<-[:ATTACHES]-(blocker:Role)
RETURN blocker.id AS blocker, it.id AS blocked
