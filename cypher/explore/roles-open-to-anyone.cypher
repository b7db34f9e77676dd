// title: Roles that anyone may try to assume
// description: Trust policies that allow * (or everyone but a few, by NotPrincipal). Only their conditions keep
//   others out, so they stand here as written; Deny statements of the same role are counted. Statements that only
//   let a session be tagged are no finding.
// finding: high
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
// fix: Name the principals that need the role, instead of *.
// :param limit => 1000
//   At most so many rows.
:param limit => 1000;

MATCH (:AnyPrincipal)<-[trusts:TRUSTS {effect: 'Allow'}]-(role:Role)
RETURN CASE
         WHEN size(trusts.actions) > 0
           AND all(a IN trusts.actions WHERE toLower(a) IN ['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext'])
           THEN null
         WHEN trusts.conditions IS NULL THEN 'anyone'
         WHEN all(block IN split(toLower(trusts.conditions), '},"') WHERE split(block, '":{')[0] CONTAINS 'not' OR split(block, '":{')[0] ENDS WITH 'null')
           THEN 'anyone but those that conditions exclude'
         ELSE 'only conditions keep others out'
       END AS finding,
       role.name AS role, role.accountId AS accountId, coalesce(trusts.conditions, 'none') AS conditions,
       trusts.actions AS actions, trusts.notPrincipal AS anyoneExcept,
       COUNT { (role)-[:TRUSTS {effect: 'Deny'}]->() } AS denials, role.lastUsedDate AS lastUsed, role.id AS id
ORDER BY trusts.conditions IS NOT NULL, accountId, id, trusts.statement
LIMIT $limit;
