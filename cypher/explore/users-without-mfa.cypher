// title: Users with a console password and no MFA
// description: A user is a finding only where evidence proves both: the credential report, or the user's own list
//   of MFA devices and login profile, read completely. A row of the report that tells of an earlier user of the same
//   name proves nothing. What is not proven is listed as unknown.
// finding: high
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html
// fix: Register an MFA device for the user, or better: let the person in through federation and delete the
//   password.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (user:User)
WHERE $accountId IN ['', user.accountId] AND user.placeholder IS NULL
  AND NOT EXISTS { (user)-[:HAS_CREDENTIAL]->(:MfaDevice) }
OPTIONAL MATCH (report:Evidence {accountId: user.accountId, key: 'credential-report', state: 'complete'})
WHERE 'credential-report' IN user.evidence AND NOT 'doubt-earlier-user' IN coalesce(user.doubts, [])
OPTIONAL MATCH (devices:Evidence {accountId: user.accountId, key: 'mfa-devices:' + user.id, state: 'complete'})
OPTIONAL MATCH (login:Evidence {accountId: user.accountId, key: 'login-profile:' + user.id, state: 'complete'})
OPTIONAL MATCH (user)-[:HAS_CREDENTIAL]->(profile:LoginProfile)
WITH user, report, profile,
     CASE
       WHEN profile IS NOT NULL THEN 'yes'
       WHEN login IS NULL AND report IS NULL THEN 'unknown'
       ELSE 'no'
     END AS password,
     CASE WHEN devices IS NULL AND report IS NULL THEN 'unknown' ELSE 'no' END AS mfa,
     coalesce(devices.observedAt, report.observedAt) AS observedAt
WHERE password <> 'no'
RETURN CASE WHEN password = 'yes' AND mfa = 'no' THEN 'no MFA' ELSE 'unknown' END AS finding,
       user.name AS user, user.accountId AS accountId, password, mfa,
       coalesce(user.passwordLastUsed, profile.passwordLastUsed) AS passwordLastUsed, observedAt, user.id AS id
ORDER BY finding, accountId, id
LIMIT $limit;
