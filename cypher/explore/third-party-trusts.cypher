// title: Roles that accounts outside the import can assume
// description: Trust in AWS accounts, users and roles that were never imported, and whether the statement asks
//   for an external id, which guards against the confused deputy. A condition that excludes one id, or passes without
//   any, is no guard. It may be an account of your own that was not imported yet.
// finding: medium
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
// fix: If you know the party, ask it for an external id and add a condition on sts:ExternalId; if not, take it out
//   of the trust policy. If the account is your own, import it.
// :param limit => 1000
//   At most so many rows.
:param limit => 1000;

MATCH (party:ExternalPrincipal)<-[trusts:TRUSTS {effect: 'Allow'}]-(role:Role)
WHERE party.principalType = 'AWS' AND party.danglingId IS NULL
  AND NOT EXISTS { (:Evidence {accountId: party.accountId, key: 'roles'}) }
WITH *, [block IN split(toLower(coalesce(trusts.conditions, '')), '},"') WHERE block CONTAINS '"sts:externalid":'
  | {operator: replace(split(block, '":{')[0], '{"', ''), value: split(block, '"sts:externalid":')[1]}] AS asked
WITH *, CASE
    WHEN trusts.conditions IS NULL THEN 'no condition'
    WHEN asked = [] THEN 'other conditions'
    WHEN any(a IN asked WHERE NOT a.operator CONTAINS 'not' AND a.operator <> 'null' AND NOT a.operator ENDS WITH 'ifexists'
      AND NOT a.operator STARTS WITH 'forallvalues' AND NOT (a.operator CONTAINS 'like' AND a.value =~ '(\\[[^]]*)?"[*?]+".*')) THEN 'external id'
    ELSE 'an external id that lets others in'
  END AS guard
RETURN CASE guard WHEN 'external id' THEN null WHEN 'other conditions' THEN 'no external id' ELSE guard END AS finding,
       party.accountId AS thirdPartyAccount, party.id AS thirdParty, role.name AS role, role.accountId AS accountId,
       guard,
       trusts.conditions AS conditions,
       COUNT { (role)-[:TRUSTS {effect: 'Deny'}]->() } AS denials, role.lastUsedDate AS lastUsed, role.id AS id
ORDER BY thirdParty, accountId, id, trusts.statement
LIMIT $limit;
