// title: The id of this MFA device is not known
// description: Only the credential report shows it; the list of the user names it.
// severity: doubts
// applies: MfaDevice
// evidence: mfa-devices
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it)
WHERE "MfaDevice" IN labels(it) // in the pattern, it would have the devices of all accounts looked at where they are few
  AND it.serialNumber IS NULL
RETURN it.id AS blocked
