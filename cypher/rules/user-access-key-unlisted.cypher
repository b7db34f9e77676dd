// title: An access key that only the credential report shows blocks its user
// description: The credential report shows an access key but not its id. Where the list of the user is there
//   and newer, the list decides; so it does where it is no more than four hours older (the time AWS keeps a report, and
//   files do not say when it was made) and has as many.
// severity: blocks
// order: 3
// applies: User
// evidence: access-keys of it
// shown: credential-report of it
// step: for id in $(aws iam list-access-keys --user-name {it.name} --query 'AccessKeyMetadata[].AccessKeyId' --output text); do aws iam delete-access-key --user-name {it.name} --access-key-id "$id"; done
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})
OPTIONAL MATCH (report:Evidence {accountId: account.accountId, key: "credential-report"})
WITH account, report.observedAt AS reported
MATCH (account)-[:CONTAINS]->(it:User)-[:HAS_CREDENTIAL]->(blocker:AccessKey)
WHERE blocker.accessKeyId IS NULL
WITH account, reported, it, collect(blocker) AS shown
OPTIONAL MATCH (list:Evidence {accountId: account.accountId, key: "access-keys:" + it.id, state: "complete"})
WITH it, shown, reported, list.observedAt AS listed
WHERE NOT coalesce(listed >= reported OR listed + duration("PT4H") >= reported
  AND none(slot IN shown WHERE slot.lastRotated > listed)
  AND COUNT { (it)-[:HAS_CREDENTIAL]->(known:AccessKey) WHERE known.accessKeyId IS NOT NULL } >= size(shown), false)
UNWIND shown AS blocker
RETURN blocker.id AS blocker, it.id AS blocked
