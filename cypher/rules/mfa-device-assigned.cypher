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
MATCH (account:Account {id: $account})-[:CONTAINS]->(it:MfaDevice {virtual: true})<-[:HAS_CREDENTIAL]-(blocker)
USING INDEX account:Account(id) // few devices in all make the planner look at each of them, in every account
RETURN blocker.id AS blocker, it.id AS blocked
