// title: A console password blocks its user
// description: DeleteUser answers DeleteConflict while the user has a login profile. Within seconds of its creation,
//   DeleteLoginProfile can answer EntityTemporarilyUnmodifiable: wait and repeat.
// severity: blocks
// order: 1
// applies: User
// evidence: login-profile of it | credential-report of it
// step: aws iam delete-login-profile --user-name {it.name}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:HAS_CREDENTIAL]->(blocker:LoginProfile)
RETURN blocker.id AS blocker, it.id AS blocked
