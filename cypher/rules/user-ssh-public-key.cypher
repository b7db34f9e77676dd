// title: An SSH public key blocks its user
// description: DeleteUser answers DeleteConflict while the user has an SSH public key for CodeCommit. The credential
//   report does not show these keys.
// severity: blocks
// order: 6
// applies: User
// evidence: ssh-public-keys of it
// step: aws iam delete-ssh-public-key --user-name {it.name} --ssh-public-key-id {blocker.sshPublicKeyId}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:HAS_CREDENTIAL]->(blocker:SshPublicKey)
RETURN blocker.id AS blocker, it.id AS blocked
