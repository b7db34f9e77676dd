// title: The user held something when nothing told yet who the user is
// description: A list of what somebody of this name holds was imported before anything told the user's ARN, so that what it shows
//   was not kept. It is newer than what was listed of the user, so that something was made since.
// severity: doubts
// applies: User
// evidence: access-keys
// evidence: mfa-devices
// evidence: login-profile
// evidence: ssh-public-keys
// evidence: signing-certificates
// evidence: service-specific-credentials
// evidence: credential-report
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})
UNWIND ["access-keys", "mfa-devices", "login-profile", "ssh-public-keys", "signing-certificates", "service-specific-credentials"] AS kind
MATCH (seen:Evidence)
WHERE seen.accountId = account.accountId AND seen.key STARTS WITH kind + ":user/"
MATCH (it:Entity {name: substring(seen.subject, size("user/"))})
WHERE it:User AND it.accountId = account.accountId AND coalesce(it.createDate <= seen.observedAt, true)
  AND NOT EXISTS {
    MATCH (since:Evidence {accountId: account.accountId})
    WHERE since.key IN [kind + ":" + it.id]
      + CASE WHEN kind IN ["mfa-devices", "login-profile"] THEN ["credential-report"] ELSE [] END
      AND since.observedAt >= seen.observedAt
  }
RETURN DISTINCT it.id AS blocked
