// title: Users with two active access keys
// description: Two are right during a rotation only. Keys known only from the credential report have no id but
//   count.
// finding: low
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
// fix: See which of the two is used (aws iam get-access-key-last-used), move what uses the older one, delete it.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (user:User)-[:HAS_CREDENTIAL]->(key:AccessKey {status: 'Active'})
WHERE $accountId IN ['', user.accountId]
WITH user, key ORDER BY key.id
WITH user, collect(key) AS keys
WHERE size(keys) > 1
RETURN 'two active keys' AS finding, user.name AS user, user.accountId AS accountId, [k IN keys | k.name] AS accessKeys,
       [k IN keys | coalesce(k.createDate, k.lastRotated)] AS created, [k IN keys | k.lastUsedDate] AS lastUsed,
       user.id AS id
ORDER BY accountId, id
LIMIT $limit;
