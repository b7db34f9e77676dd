// title: A user has an MFA device that was not assigned when the devices were listed
// description: The credential report is newer than the list of virtual MFA devices, and shows a device of a user without saying
//   which; it may be any that the list has as unassigned. Or a list of a user of whom nothing tells the ARN shows it since.
// severity: doubts
// applies: VirtualMfaDevice
// evidence: virtual-mfa-devices
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})
MATCH (report:Evidence {accountId: account.accountId, key: "credential-report"})
MATCH (list:Evidence {accountId: account.accountId, key: "virtual-mfa-devices"})
WHERE list.observedAt < report.observedAt
  AND EXISTS {
    MATCH (account)-[:CONTAINS]->(:User)-[:HAS_CREDENTIAL]->(unknown)
    WHERE "MfaDevice" IN labels(unknown) AND unknown.serialNumber IS NULL
  }
MATCH (account)-[:CONTAINS]->(it)
WHERE "MfaDevice" IN labels(it) // in the pattern, it would have the devices of all accounts looked at where they are few
  AND it.virtual AND NOT EXISTS { (it)<-[:HAS_CREDENTIAL]-() }
RETURN it.id AS blocked
UNION
MATCH (account:Account {id: $account})
MATCH (list:Evidence {accountId: account.accountId, key: "virtual-mfa-devices"})
MATCH (seen:Evidence)
WHERE seen.accountId = account.accountId AND seen.key STARTS WITH "mfa-devices:user/" AND seen.observedAt > list.observedAt
MATCH (account)-[:CONTAINS]->(it)
WHERE "MfaDevice" IN labels(it) // as above
  AND it.virtual AND seen.detail CONTAINS it.serialNumber AND NOT EXISTS { (it)<-[:HAS_CREDENTIAL]-() }
RETURN it.id AS blocked
