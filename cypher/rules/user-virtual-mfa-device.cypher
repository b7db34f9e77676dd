// title: A virtual MFA device blocks its user
// description: DeleteUser answers DeleteConflict while an MFA device is assigned. A virtual device is deactivated, then
//   deleted, since nobody could use what is left of it.
// severity: blocks
// order: 9
// applies: User
// evidence: mfa-devices of it | credential-report of it
// step: aws iam deactivate-mfa-device --user-name {it.name} --serial-number {blocker.serialNumber}
// step: aws iam delete-virtual-mfa-device --serial-number {blocker.serialNumber}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:HAS_CREDENTIAL]->(blocker:MfaDevice)
WHERE blocker.serialNumber IS NOT NULL AND blocker.virtual
RETURN blocker.id AS blocker, it.id AS blocked
