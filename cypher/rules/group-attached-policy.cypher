// title: An attached managed policy blocks its group
// description: DeleteGroup answers DeleteConflict while a managed policy is attached.
// severity: blocks
// order: 16
// applies: Group
// evidence: groups of it
// step: aws iam detach-group-policy --group-name {it.name} --policy-arn {blocker.id}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:Group)-[:ATTACHES]->(blocker:ManagedPolicy)
RETURN blocker.id AS blocker, it.id AS blocked
