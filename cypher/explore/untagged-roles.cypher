// title: Roles without a tag
// description: Roles that lack the tag with this key. Service-linked roles are left out, for they are their
//   service's. An export without tags looks the same: roles whose tags could not be read are unknown.
// :param key => 'owner'
//   The tag's key.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param key => 'owner';
:param accountId => '';
:param limit => 1000;

MATCH (role:Role)
WHERE $accountId IN ['', role.accountId] AND NOT role:ServiceLinkedRole AND role.placeholder IS NULL
  AND NOT EXISTS { (role)-[:TAGGED]->(:Tag {key: $key}) }
RETURN role.name AS role, role.accountId AS accountId,
       CASE WHEN 'Tags' IN role.incomplete THEN 'unknown' ELSE 'missing' END AS tag,
       COUNT { (role)-[:TAGGED]->() } AS otherTags, role.path AS path, role.createDate AS created, role.id AS id
ORDER BY accountId, id
LIMIT $limit;
