// title: Access keys older than N days
// description: Age since creation; keys known only from the credential report show their last rotation. Keys
//   whose age is unknown are listed too. No last use means none known, not never. Inactive keys keep their user from
//   being deleted all the same.
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
RETURN user.name AS user, user.accountId AS accountId, key.name AS accessKey, key.status AS status, created,
       duration.inDays(created, datetime()).days AS ageDays, key.lastUsedDate AS lastUsed,
       key.lastUsedService AS lastUsedService, key.lastUsedRegion AS lastUsedRegion, key.id AS id
ORDER BY created, id
LIMIT $limit;
