// title: Whose access key is this?
// description: The user of a key id that was found in a log, a repository or a ticket. Not found means that the
//   import does not show it: keys seen only by the credential report have no id.
// :param accessKeyId => 'AKIAIOSFODNN7EXAMPLE'
:param accessKeyId => 'AKIAIOSFODNN7EXAMPLE';

MATCH (key:Entity:AccessKey {name: $accessKeyId})<-[:HAS_CREDENTIAL]-(user:User)
RETURN key.name AS accessKey, user.name AS user, user.accountId AS accountId, key.status AS status,
       key.createDate AS created, key.lastUsedDate AS lastUsed, key.lastUsedService AS lastUsedService,
       user.id AS userId, key.id AS id
ORDER BY id;
