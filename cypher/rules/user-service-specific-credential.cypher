// title: A service-specific credential blocks its user
// description: DeleteUser answers DeleteConflict while the user has credentials for one service (CodeCommit, Keyspaces,
//   Bedrock). The credential report does not show them.
// severity: blocks
// order: 7
// applies: User
// evidence: service-specific-credentials of it
// step: aws iam delete-service-specific-credential --user-name {it.name} --service-specific-credential-id {blocker.serviceSpecificCredentialId}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:HAS_CREDENTIAL]->(blocker:ServiceSpecificCredential)
RETURN blocker.id AS blocker, it.id AS blocked
