// title: The id of this MFA device is not known
// description: Only the credential report shows it; the list of the user names it.
// severity: doubts
// applies: MfaDevice
// evidence: mfa-devices
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})-[:CONTAINS]->(it:MfaDevice)
USING INDEX account:Account(id) // few devices in all make the planner look at each of them, in every account
WHERE it.serialNumber IS NULL
RETURN it.id AS blocked
