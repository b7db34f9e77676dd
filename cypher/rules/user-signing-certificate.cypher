// title: A signing certificate blocks its user
// description: DeleteUser answers DeleteConflict while the user has a signing certificate, active or not.
//   The credential report may show nothing of an inactive one, so that it shows presence, and the list alone absence.
// severity: blocks
// order: 4
// applies: User
// evidence: signing-certificates of it
// step: aws iam delete-signing-certificate --user-name {it.name} --certificate-id {blocker.certificateId}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:HAS_CREDENTIAL]->(blocker:SigningCertificate)
WHERE blocker.certificateId IS NOT NULL
RETURN blocker.id AS blocker, it.id AS blocked
