// title: Roles to start a clean-up with
// description: CLEAR, unused for N days as far as AWS tracks it (400 days), by account. Those whose impact is
//   NONE_SEEN come first; UNKNOWN means that nobody looked for what would break. Exports that say nothing of a role's
//   use leave it out.
// finding: low
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html
// fix: explorer plan ID prints what to run; ask the owner first, above all where the impact is UNKNOWN.
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
MATCH (role:Role {verdict: 'CLEAR'})
WHERE $accountId IN ['', role.accountId] AND coalesce(role.lastUsedDate, role.createDate) <= cutoff
  AND NOT 'RoleLastUsed' IN coalesce(role.incomplete, [])
RETURN 'unused and clear' AS finding, role.name AS role, role.accountId AS accountId, role:ServiceLinkedRole AS serviceLinked, role.impact AS impact,
       role.lastUsedDate AS lastUsed, role.createDate AS created, role.provenAt AS provenAt,
       COLLECT { MATCH (role)-[:TAGGED]->(tag:Tag) RETURN tag.name ORDER BY tag.name } AS tags, role.id AS id
ORDER BY CASE impact WHEN 'NONE_SEEN' THEN 0 WHEN 'UNKNOWN' THEN 1 ELSE 2 END, accountId, lastUsed, id
LIMIT $limit;
