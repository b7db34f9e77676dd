// title: An MFA device blocks its user
// description: DeleteUser answers DeleteConflict while an MFA device is assigned. A hardware device or passkey is only
//   deactivated.
// severity: blocks
// order: 8
// applies: User
// evidence: mfa-devices of it | credential-report of it
// step: aws iam deactivate-mfa-device --user-name {it.name} --serial-number {blocker.serialNumber}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:HAS_CREDENTIAL]->(blocker:MfaDevice)
WHERE blocker.serialNumber IS NOT NULL AND NOT coalesce(blocker.virtual, false)
RETURN blocker.id AS blocker, it.id AS blocked
