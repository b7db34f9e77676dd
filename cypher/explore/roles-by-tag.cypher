// title: Roles by the value of a tag
// description: All roles that have a tag, by its value; tag keys of IAM are compared as they are written here,
//   upper and lower case apart.
// :param key => 'owner'
//   The tag's key.
// :param value => ''
//   Empty for all values.
// :param limit => 1000
//   At most so many rows.
:param key => 'owner';
:param value => '';
:param limit => 1000;

MATCH (tag:Tag {key: $key})
WHERE $value IN ['', tag.value]
MATCH (tag)<-[:TAGGED]-(role:Role)
RETURN tag.value AS value, role.name AS role, role.accountId AS accountId, role.lastUsedDate AS lastUsed,
       role.verdict AS verdict, role.impact AS impact, role.id AS id
ORDER BY value, accountId, id
LIMIT $limit;
