// title: What is unused and CLEAR, by account and owner
// description: Roles and users that AWS would let you delete and that nobody used in N days (roles: AWS tracks 400 days;
//   users: password and keys), grouped by account and by the value of an owner tag. Those whose use is unknown are left
//   out. CLEAR speaks of AWS alone: noneSeen counts those of which somebody also looked for what would break.
// :param days => 90
//   Days without a use.
// :param keys => ['owner', 'team']
//   Keys of owner tags in lower case; tags match in any case.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param days => 90;
:param keys => ['owner', 'team'];
:param accountId => '';
:param limit => 1000;

WITH datetime() - duration({days: $days}) AS cutoff
CALL (cutoff) {
  MATCH (e:Role {verdict: 'CLEAR'})
  WHERE coalesce(e.lastUsedDate, e.createDate) <= cutoff AND NOT 'RoleLastUsed' IN coalesce(e.incomplete, [])
  RETURN e
  UNION
  MATCH (e:User {verdict: 'CLEAR'})
  WHERE e.createDate <= cutoff AND coalesce(e.passwordLastUsed, e.createDate) <= cutoff
    AND NOT EXISTS { (e)-[:HAS_CREDENTIAL]->(:AccessKey|LoginProfile) }
  RETURN e
}
WITH e WHERE $accountId IN ['', e.accountId]
WITH e, COLLECT { MATCH (e)-[:TAGGED]->(t:Tag) WHERE toLower(t.key) IN $keys RETURN t.value ORDER BY t.value LIMIT 1 }[0] AS owner
ORDER BY e.id
WITH e.accountId AS accountId, coalesce(owner, 'nobody tagged') AS owner, collect(e) AS found
RETURN accountId, owner, size(found) AS identities, size([e IN found WHERE e:Role]) AS roles,
       size([e IN found WHERE e:User]) AS users, size([e IN found WHERE e.impact = 'NONE_SEEN']) AS noneSeen,
       [e IN found | e.name][..20] AS firstTwenty, [e IN found | e.id][..20] AS ids
ORDER BY accountId, owner
LIMIT $limit;
