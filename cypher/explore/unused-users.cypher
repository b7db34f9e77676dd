// title: Users nobody used in N days
// description: Neither the password nor an access key was used, as far as it is known. No date is proof of no use only
//   where both were asked for: by the credential report, or by get-access-key-last-used of each key. Unknown are those
//   of whom evidence is missing. observedAt is how far the report reaches: later use is not seen, nor is that of SSH
//   keys, service-specific credentials and certificates, and the report may say nothing of a key that is inactive.
// finding: medium
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html
// fix: Ask the owner, deactivate keys and password, wait, then delete the user: explorer plan prints how.
// :param days => 90
//   Days without a use.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param days => 90;
:param accountId => '';
:param limit => 1000;

WITH datetime() - duration({days: $days}) AS cutoff
MATCH (user:User)
WHERE $accountId IN ['', user.accountId] AND user.placeholder IS NULL AND coalesce(user.createDate, cutoff) <= cutoff
OPTIONAL MATCH (report:Evidence {accountId: user.accountId, key: 'credential-report', state: 'complete'})
WHERE 'credential-report' IN user.evidence AND NOT 'doubt-earlier-user' IN coalesce(user.doubts, [])
OPTIONAL MATCH (keyList:Evidence {accountId: user.accountId, key: 'access-keys:' + user.id, state: 'complete'})
WITH cutoff, user, report, keyList, COLLECT { MATCH (user)-[:HAS_CREDENTIAL]->(k:AccessKey) RETURN k } AS keys,
     COLLECT { MATCH (user)-[:HAS_CREDENTIAL]->(p:LoginProfile) RETURN p }[0] AS profile
WITH *, [d IN [k IN keys | k.lastUsedDate] + [user.passwordLastUsed, profile.passwordLastUsed] WHERE d IS NOT NULL] AS used,
     report IS NULL OR any(k IN keys WHERE k.lastUsedDate IS NULL AND NOT 'credential-report' IN k.evidence
       AND NOT EXISTS { (:Evidence {accountId: user.accountId, key: 'access-key-last-used:' + k.id, state: 'complete'}) })
     AS doubt
WHERE all(d IN used WHERE d <= cutoff)
UNWIND CASE used WHEN [] THEN [null] ELSE used END AS use
WITH user, keys, profile, doubt, report, max(use) AS lastUsed
RETURN CASE WHEN doubt THEN 'unknown' WHEN lastUsed IS NULL THEN 'no use known to AWS' ELSE 'not since lastUsed' END AS finding,
       user.name AS user, user.accountId AS accountId, lastUsed, report.observedAt AS observedAt,
       profile IS NOT NULL AS password, size(keys) AS accessKeys,
       user.createDate AS created, user.verdict AS verdict, user.impact AS impact, user.id AS id
ORDER BY finding = 'unknown', accountId, lastUsed, id
LIMIT $limit;
