// title: Users on long-term credentials
// description: Users who sign in with a console password or hold active access keys, where AWS recommends federation
//   for people and roles for workloads. A password tells a person; keys alone may be a workload's. Who is unknown has
//   no password or key in the import, but nobody proved that there is none.
// finding: medium
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp
// fix: Let people in through IAM Identity Center or an identity provider and give workloads a role; when nobody uses
//   the password and the keys any more, delete them: explorer plan prints how.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (user:User)
WHERE $accountId IN ['', user.accountId] AND user.placeholder IS NULL
OPTIONAL MATCH (report:Evidence {accountId: user.accountId, key: 'credential-report', state: 'complete'})
WHERE 'credential-report' IN user.evidence AND NOT 'doubt-earlier-user' IN coalesce(user.doubts, [])
OPTIONAL MATCH (keyList:Evidence {accountId: user.accountId, key: 'access-keys:' + user.id, state: 'complete'})
OPTIONAL MATCH (login:Evidence {accountId: user.accountId, key: 'login-profile:' + user.id, state: 'complete'})
OPTIONAL MATCH (user)-[:HAS_CREDENTIAL]->(profile:LoginProfile)
WITH user, profile,
     COLLECT { MATCH (user)-[:HAS_CREDENTIAL]->(k:AccessKey {status: 'Active'}) RETURN k } AS keys,
     report IS NULL AND keyList IS NULL AS keysUnknown, report IS NULL AND login IS NULL AS passwordUnknown
WITH *, CASE
       WHEN profile IS NOT NULL AND keys <> [] THEN 'console password and access keys'
       WHEN profile IS NOT NULL THEN 'console password'
       WHEN keys <> [] THEN 'access keys'
       WHEN keysUnknown OR passwordUnknown THEN 'unknown'
     END AS finding
WHERE finding IS NOT NULL
RETURN finding, user.name AS user, user.accountId AS accountId,
       CASE WHEN profile IS NOT NULL THEN 'yes' WHEN passwordUnknown THEN 'unknown' ELSE 'no' END AS password,
       CASE WHEN keysUnknown AND keys = [] THEN 'unknown' ELSE toString(size(keys)) END AS activeKeys,
       EXISTS { (user)-[:HAS_CREDENTIAL]->(:MfaDevice) } AS mfaSeen,
       coalesce(user.passwordLastUsed, profile.passwordLastUsed) AS passwordLastUsed,
       COLLECT { UNWIND keys AS k WITH k WHERE k.lastUsedDate IS NOT NULL
                 RETURN k.lastUsedDate ORDER BY k.lastUsedDate DESC LIMIT 1 }[0] AS keyLastUsed,
       COUNT { MATCH (p:SamlProvider|OidcProvider {accountId: user.accountId}) } AS identityProviders, user.id AS id
ORDER BY finding = 'unknown', accountId, id
LIMIT $limit;
