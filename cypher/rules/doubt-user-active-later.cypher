// title: The user was at work after the lists that show no key and no password
// description: AWS said that the user called a service, or signed in with a password, after access keys or password were looked
//   at: one may have been made since.
//   A session from before lasts 36 hours at most, so that newer lists settle it.
// severity: doubts
// applies: User
// evidence: access-keys
// evidence: login-profile
// evidence: credential-report
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ServiceLastAccessed.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})-[:CONTAINS]->(it:User)
WHERE it.lastAuthenticated IS NOT NULL AND NOT EXISTS { (it)-[:HAS_CREDENTIAL]->(:AccessKey|LoginProfile) }
OPTIONAL MATCH (keys:Evidence {accountId: account.accountId, key: "access-keys:" + it.id})
OPTIONAL MATCH (password:Evidence {accountId: account.accountId, key: "login-profile:" + it.id})
OPTIONAL MATCH (report:Evidence {accountId: account.accountId, key: "credential-report"})
WITH it, [seen IN [keys.observedAt, report.observedAt] WHERE seen > it.lastAuthenticated] AS keysSince,
  [seen IN [password.observedAt, report.observedAt] WHERE seen > it.lastAuthenticated] AS passwordSince
WHERE isEmpty(keysSince) OR isEmpty(passwordSince)
RETURN DISTINCT it.id AS blocked
UNION
MATCH (account:Account {id: $account})-[:CONTAINS]->(it:User)
WHERE it.signedInAt IS NOT NULL
MATCH (none:Evidence {accountId: account.accountId, key: "login-profile:" + it.id})
WHERE none.observedAt < it.signedInAt AND NOT EXISTS {
    MATCH (report:Evidence {accountId: account.accountId, key: "credential-report"})
    WHERE report.observedAt >= it.signedInAt
  }
RETURN it.id AS blocked
