// title: Identities at AWS's limits for tags
// description: 50 tags an entity at most, not counting those that AWS itself sets under aws:; a key of at most 128, a
//   value of at most 256 characters; keys that differ in case alone are one key on users and roles, and two on all
//   else. An entity that is full takes no further tag, which is where enforcing a tag policy fails.
// finding: low
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
// fix: Remove tags that nobody reads; agree on one spelling of each key.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (tag:Tag)<-[:TAGGED]-(entity:Entity)
WHERE $accountId IN ['', entity.accountId] AND NOT toLower(tag.key) STARTS WITH 'aws:'
WITH entity, collect(tag.key) AS keys, count(DISTINCT toLower(tag.key)) AS spellings,
     [key IN collect(tag.key) WHERE size(key) > 128 | key] AS longKeys,
     [t IN collect(tag) WHERE size(t.value) > 256 | t.key] AS longValues
WITH entity, keys,
     CASE WHEN size(keys) > 50 THEN ['more than 50 tags'] WHEN size(keys) = 50 THEN ['full: 50 tags'] ELSE [] END
     + [key IN longKeys | 'a key of more than 128 characters: ' + key]
     + [key IN longValues | 'a value of more than 256 characters: ' + key]
     + CASE WHEN spellings < size(keys) THEN ['keys that differ in case alone'] ELSE [] END AS findings
UNWIND findings AS finding
RETURN finding, entity.name AS name,
       CASE
         WHEN entity:ServiceLinkedRole THEN 'ServiceLinkedRole'
         ELSE head([l IN labels(entity) WHERE NOT l IN ['Entity', 'Principal', 'Credential', 'ManagedPolicy']])
       END AS kind,
       entity.accountId AS accountId, size(keys) AS tags, entity.id AS id
ORDER BY finding, accountId, id
LIMIT $limit;
