// title: An access key blocks its user
// description: DeleteUser answers DeleteConflict while the user has an access key; an inactive key blocks too.
//   The credential report may show nothing of an inactive key, so that it shows presence, and the list alone absence.
// severity: blocks
// order: 2
// applies: User
// evidence: access-keys of it
// step: aws iam delete-access-key --user-name {it.name} --access-key-id {blocker.accessKeyId}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:HAS_CREDENTIAL]->(blocker:AccessKey)
WHERE blocker.accessKeyId IS NOT NULL
RETURN blocker.id AS blocker, it.id AS blocked
