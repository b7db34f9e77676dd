// title: The user that it is assigned to blocks a virtual MFA device
// description: DeleteVirtualMFADevice answers DeleteConflict while the device is assigned, whether or not more is known of
//   who it is assigned to.
// severity: blocks
// order: 27
// applies: VirtualMfaDevice
// evidence: virtual-mfa-devices of it
// step: aws iam deactivate-mfa-device --user-name {blocker.name} --serial-number {it.serialNumber}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteVirtualMFADevice.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it)
WHERE "MfaDevice" IN labels(it) // in the pattern, it would have the devices of all accounts looked at where they are few
  AND it.virtual
MATCH (it)<-[:HAS_CREDENTIAL]-(blocker)
RETURN blocker.id AS blocker, it.id AS blocked
