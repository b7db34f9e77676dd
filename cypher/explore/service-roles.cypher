// title: Service roles by the service they trust
// description: Roles that you made for a service, not service-linked ones. Without a condition on the source, a
//   service may be talked into using the role for another account (the confused deputy), if it takes roles of other
//   accounts at all: not every service does, and not every service sends a source. A condition that only excludes
//   sources, or passes without one, is none.
// finding: low
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention
// fix: Add aws:SourceArn or aws:SourceAccount to the trust policy, if the service's own documentation says that it
//   sends them; a condition on a key that the service does not send shuts it out.
// :param service => ''
//   The service's principal; empty for all.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param service => '';
:param accountId => '';
:param limit => 1000;

MATCH (service:Service)<-[trusts:TRUSTS {effect: 'Allow'}]-(role:Role)
WHERE $service IN ['', service.id] AND $accountId IN ['', role.accountId] AND NOT role:ServiceLinkedRole
WITH *, [block IN split(toLower(coalesce(trusts.conditions, '')), '},"') WHERE block =~ '.*"aws:source(account|arn|org).*'
  | replace(split(block, '":{')[0], '{"', '')] AS operators
WITH *,
       CASE
         WHEN trusts.conditions IS NULL THEN 'no condition'
         WHEN any(o IN operators WHERE NOT o CONTAINS 'not' AND o <> 'null' AND NOT o ENDS WITH 'ifexists' AND NOT o STARTS WITH 'forallvalues') THEN 'source'
         ELSE 'other conditions'
       END AS guard
RETURN CASE WHEN guard <> 'source' THEN 'no condition on the source' END AS finding, service.id AS service,
       role.name AS role, role.accountId AS accountId, guard,
       trusts.conditions AS conditions, role.lastUsedDate AS lastUsed, role.verdict AS verdict, role.impact AS impact,
       role.id AS id
ORDER BY service, accountId, id, trusts.statement
LIMIT $limit;
