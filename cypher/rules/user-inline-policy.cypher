// title: An inline policy blocks its user
// description: DeleteUser answers DeleteConflict while an inline policy is embedded.
// severity: blocks
// order: 11
// applies: User
// evidence: users of it
// step: aws iam delete-user-policy --user-name {it.name} --policy-name {blocker.name}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:EMBEDS]->(blocker:InlinePolicy)
RETURN blocker.id AS blocker, it.id AS blocked
