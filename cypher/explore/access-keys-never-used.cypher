// title: Active access keys that nobody ever used
// description: Proven by get-access-key-last-used, or by the credential report for a key that only the report shows.
//   AWS tracks the use of keys since 22 April 2015. A key whose use nobody asked for is unknown.
// finding: medium
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html
// fix: Ask the owner, deactivate the key (aws iam update-access-key --status Inactive), delete it when nothing broke.
// :param days => 1
//   Keys younger than this are left out.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param days => 1;
:param accountId => '';
:param limit => 1000;

WITH datetime() - duration({days: $days}) AS cutoff
MATCH (user:User)-[:HAS_CREDENTIAL]->(key:AccessKey {status: 'Active'})
WHERE $accountId IN ['', user.accountId] AND key.lastUsedDate IS NULL
WITH user, key, coalesce(key.createDate, key.lastRotated) AS created, cutoff
WHERE coalesce(created, cutoff) <= cutoff
OPTIONAL MATCH (asked:Evidence {accountId: user.accountId, key: 'access-key-last-used:' + key.id, state: 'complete'})
OPTIONAL MATCH (report:Evidence {accountId: user.accountId, key: 'credential-report', state: 'complete'})
WHERE 'credential-report' IN key.evidence AND NOT 'doubt-earlier-user' IN coalesce(user.doubts, [])
RETURN CASE WHEN asked IS NOT NULL OR report IS NOT NULL THEN 'never used' ELSE 'unknown' END AS finding,
       key.name AS accessKey, user.name AS user, user.accountId AS accountId, created,
       coalesce(asked.observedAt, report.observedAt) AS observedAt, key.id AS id
ORDER BY finding, accountId, id
LIMIT $limit;
