// title: Other evidence knows users that the account authorization details lack
// description: The account summary of the same hour or a later one counts more users, the credential report of the same hours
//   has one that was there before, or a list of devices names one: an export that was cut by --query looks like a whole one. A
//   member may be among them.
// severity: doubts
// applies: Group
// evidence: users
// source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-filter.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})
MATCH (users:Evidence {accountId: account.accountId, key: "users"})
OPTIONAL MATCH (summary:Evidence {accountId: account.accountId, key: "account-summary"})
WHERE summary.observedAt + duration("PT1H") >= users.observedAt
OPTIONAL MATCH (report:Evidence {accountId: account.accountId, key: "credential-report"})
WHERE report.observedAt + duration("PT4H") >= users.observedAt
WITH account, users, summary, report
WHERE summary IS NOT NULL AND account.summaryUsers > COUNT { MATCH (account)-[:CONTAINS]->(u:User) WHERE "users" IN u.evidence }
   OR report IS NOT NULL AND EXISTS {
     MATCH (account)-[:CONTAINS]->(unseen:Entity {placeholder: true})
     WHERE unseen.reportUserCreationTime < users.observedAt
   }
   OR EXISTS {
     MATCH (devices:Evidence {accountId: account.accountId, key: "virtual-mfa-devices"})
     WHERE devices.observedAt >= users.observedAt
     MATCH (account)-[:CONTAINS]->(unseen:Entity {placeholder: true})-[held:HAS_CREDENTIAL]->(:MfaDevice)
     WHERE "virtual-mfa-devices" IN held.evidence
   }
MATCH (account)-[:CONTAINS]->(it:Group)
RETURN DISTINCT it.id AS blocked
