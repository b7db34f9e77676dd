// title: Roles nobody used in N days
// description: AWS tracks the use of roles for 400 days. No date means no use in that period, not never, and a
//   role younger than N days is not listed. A role whose age and use are both unknown is listed as unknown.
// finding: low
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html#roles-delete_prerequisites
// fix: Look at explorer blockers, ask the owner, and delete the role with explorer plan. Service-linked roles are no
//   finding here: what keeps them stands in service-linked-role-governance.
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
MATCH (role:Role)
WHERE $accountId IN ['', role.accountId] AND role.placeholder IS NULL
  AND coalesce(role.lastUsedDate, role.createDate, cutoff) <= cutoff
WITH *,
       CASE
         WHEN role.lastUsedDate IS NOT NULL THEN 'not since lastUsed'
         WHEN role.createDate IS NULL OR 'RoleLastUsed' IN role.incomplete THEN 'unknown'
         ELSE 'none in the tracking period'
       END AS use
RETURN CASE WHEN NOT role:ServiceLinkedRole THEN CASE use WHEN 'unknown' THEN use ELSE 'unused' END END AS finding,
       role.name AS role, role.accountId AS accountId, role:ServiceLinkedRole AS serviceLinked, use,
       role.lastUsedDate AS lastUsed, role.lastUsedRegion AS region, role.createDate AS created,
       role.verdict AS verdict, role.impact AS impact, role.id AS id
ORDER BY lastUsed, created, id
LIMIT $limit;
