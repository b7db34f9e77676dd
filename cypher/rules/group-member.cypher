// title: A member blocks its group
// description: DeleteGroup answers DeleteConflict while the group has members. Members stand with the users, so that
//   all users of the account must have been seen.
// severity: blocks
// order: 14
// applies: Group
// evidence: users
// step: aws iam remove-user-from-group --group-name {it.name} --user-name {blocker.name}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:Group)<-[:MEMBER_OF]-(blocker:User)
RETURN blocker.id AS blocker, it.id AS blocked
