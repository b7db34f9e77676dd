// title: Access keys older than N days
// description: Age since creation; keys known only from the credential report show their last rotation. Keys
//   whose age is unknown are listed too. No last use means none known, not never. Inactive keys keep their user from
//   being deleted all the same.
// finding: medium
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
// fix: Replace the key by a role's temporary credentials; where that cannot be, make a new key, move what uses the
//   old one, deactivate it, delete it.
// :param days => 90
//   Minimum age.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param days => 90;
:param accountId => '';
:param limit => 1000;

WITH datetime() - duration({days: $days}) AS cutoff
MATCH (user:User)-[:HAS_CREDENTIAL]->(key:AccessKey)
WHERE $accountId IN ['', user.accountId]
WITH cutoff, user, key, coalesce(key.createDate, key.lastRotated) AS created
WHERE coalesce(created, cutoff) <= cutoff
RETURN CASE WHEN created IS NULL THEN 'unknown' WHEN key.status = 'Active' THEN 'active' ELSE 'inactive' END AS finding,
       user.name AS user, user.accountId AS accountId, key.name AS accessKey, key.status AS status, created,
       duration.inDays(created, datetime()).days AS ageDays, key.lastUsedDate AS lastUsed,
       key.lastUsedService AS lastUsedService, key.lastUsedRegion AS lastUsedRegion, key.id AS id
ORDER BY created, id
LIMIT $limit;
