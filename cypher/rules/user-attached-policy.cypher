// title: An attached managed policy blocks its user
// description: DeleteUser answers DeleteConflict while a managed policy is attached.
// severity: blocks
// order: 12
// applies: User
// evidence: users of it
// step: aws iam detach-user-policy --user-name {it.name} --policy-arn {blocker.id}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:ATTACHES]->(blocker:ManagedPolicy)
RETURN blocker.id AS blocker, it.id AS blocked
