// title: Membership in a group blocks the user
// description: DeleteUser answers DeleteConflict while the user is a member of a group.
// severity: blocks
// order: 13
// applies: User
// evidence: users of it
// step: aws iam remove-user-from-group --group-name {blocker.name} --user-name {it.name}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:MEMBER_OF]->(blocker:Group)
RETURN blocker.id AS blocker, it.id AS blocked
