// title: A user that a policy is attached to blocks the policy
// description: DeletePolicy answers DeleteConflict while the policy is attached to a user.
// severity: blocks
// order: 20
// applies: CustomerManaged
// evidence: users
// step: aws iam detach-user-policy --user-name {blocker.name} --policy-arn {it.id}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:CustomerManaged)<-[:ATTACHES]-(blocker:User)
RETURN blocker.id AS blocker, it.id AS blocked
