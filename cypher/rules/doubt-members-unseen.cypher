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
MATCH (seen:Evidence {accountId: account.accountId})
WHERE seen.key IN ["users", "account-summary", "credential-report", "virtual-mfa-devices"]
WITH account, collect(seen) AS all
WITH account, all, head([seen IN all WHERE seen.key = "users" | seen.observedAt]) AS users
WITH account, users, [seen IN all WHERE seen.observedAt + CASE seen.key
  WHEN "account-summary" THEN duration("PT1H")
  WHEN "credential-report" THEN duration("PT4H")
  ELSE duration("PT0S")
END >= users | seen.key] AS later
WHERE CASE // rather than OR, which takes twice as long to plan
  WHEN "account-summary" IN later
    AND account.summaryUsers > COUNT { (account)-[:CONTAINS]->(u:User) WHERE "users" IN u.evidence } THEN true
  WHEN "credential-report" IN later
    AND EXISTS { (account)-[:CONTAINS]->(unseen:Entity {placeholder: true}) WHERE unseen.reportUserCreationTime < users } THEN true
  WHEN "virtual-mfa-devices" IN later THEN EXISTS {
    (account)-[:CONTAINS]->(:Entity {placeholder: true})-[held:HAS_CREDENTIAL]->(:MfaDevice)
    WHERE "virtual-mfa-devices" IN held.evidence
  }
END
MATCH (account)-[:CONTAINS]->(it:Group)
RETURN it.id AS blocked
