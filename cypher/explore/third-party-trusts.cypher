// title: Roles that accounts outside the import can assume
// description: Trust in AWS accounts, users and roles that were never imported, and whether the statement asks
//   for an external id, which guards against the confused deputy. It may be an account of your own that was not
//   imported yet.
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
RETURN CASE
         WHEN trusts.conditions IS NULL THEN 'no condition'
         WHEN NOT toLower(trusts.conditions) CONTAINS 'sts:externalid' THEN 'no external id'
       END AS finding,
       party.accountId AS thirdPartyAccount, party.id AS thirdParty, role.name AS role, role.accountId AS accountId,
       CASE
         WHEN trusts.conditions IS NULL THEN 'no condition'
         WHEN toLower(trusts.conditions) CONTAINS 'sts:externalid' THEN 'external id'
         ELSE 'other conditions'
       END AS guard,
       trusts.conditions AS conditions,
       COUNT { (role)-[:TRUSTS {effect: 'Deny'}]->() } AS denials, role.lastUsedDate AS lastUsed, role.id AS id
ORDER BY thirdParty, accountId, id, trusts.statement
LIMIT $limit;
