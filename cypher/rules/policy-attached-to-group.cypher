// title: A group that a policy is attached to blocks the policy
// description: DeletePolicy answers DeleteConflict while the policy is attached to a group.
// severity: blocks
// order: 21
// applies: CustomerManaged
// evidence: groups
// step: aws iam detach-group-policy --group-name {blocker.name} --policy-arn {it.id}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:CustomerManaged)<-[:ATTACHES]-(blocker:Group)
RETURN blocker.id AS blocker, it.id AS blocked
