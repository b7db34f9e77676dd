// title: A newer credential report shows more active ones than their list does
// description: The list says that this access key or signing certificate is inactive, and it may have been activated since: the
//   report does not say which one is active. AWS answers with the same report for four hours, so that the list decides where it is
//   no more than that older.
// severity: doubts
// about: impact
// applies: AccessKey, SigningCertificate
// evidence: access-keys
// evidence: signing-certificates
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})
MATCH (report:Evidence {accountId: account.accountId, key: "credential-report"})
WITH account, report.observedAt AS reported
MATCH (account)-[:CONTAINS]->(user:User)-[:HAS_CREDENTIAL]->(it {status: "Inactive"})
WHERE any(kind IN labels(it) WHERE kind IN ["AccessKey", "SigningCertificate"]) // in the pattern, all accounts' would be looked at
  AND coalesce(it.accessKeyId, it.certificateId) IS NOT NULL
MATCH (list:Evidence {accountId: account.accountId, key: CASE WHEN it:AccessKey THEN "access-keys:" ELSE "signing-certificates:" END + user.id})
WHERE list.observedAt + duration("PT4H") < reported
WITH it, [(user)-[:HAS_CREDENTIAL]->(other {status: "Active"}) WHERE other:AccessKey = it:AccessKey
  | coalesce(other.accessKeyId, other.certificateId)] AS active
WHERE size([id IN active WHERE id IS NULL]) > size([id IN active WHERE id IS NOT NULL])
RETURN it.id AS blocked
