// title: Who can assume a role, directly or by a chain
// description: Follows Allow statements of trust policies over at most three roles. Conditions stand as they are
//   written, one for each step of the chain, and every Deny of a role on the way is shown, for you to judge. Blind
//   spots: whether the principal's own policies allow sts:AssumeRole is not evaluated; an account stands for every
//   identity in it; NotAction is shown as no action.
// :param role => 'arn:aws:iam::111122223333:role/deploy'
//   The role's ARN, or its name.
// :param limit => 200
//   At most so many chains.
:param role => 'arn:aws:iam::111122223333:role/deploy';
:param limit => 200;

MATCH (role:Entity:Role)
WHERE role.id = $role OR role.name = $role
MATCH path = (role) (
  (:Role)-[trusts:TRUSTS WHERE trusts.effect = 'Allow' AND (
    size(coalesce(trusts.actions, [])) = 0
    OR any(a IN trusts.actions WHERE NOT toLower(a) IN ['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext'])
  )]->(:Principal)
){1,3} (who:Principal)
WHERE all(n IN nodes(path) WHERE single(m IN nodes(path) WHERE m = n))
WITH role, who, trusts, nodes(path)[..-1] AS assumed
ORDER BY size(trusts), who.id, role.id
LIMIT $limit
RETURN role.name AS role, role.accountId AS accountId, who.name AS who,
       head([l IN labels(who) WHERE NOT l IN ['Entity', 'Principal']]) AS kind, who.accountId AS whoAccountId,
       size(trusts) AS steps,
       reduce(chain = who.name, r IN reverse(assumed) | chain + ' > ' + r.name) AS chain,
       [t IN reverse(trusts) | coalesce(t.conditions, 'none')] AS conditions,
       [t IN reverse(trusts) WHERE t.notPrincipal IS NOT NULL | t.notPrincipal] AS anyoneExcept,
       COLLECT {
         UNWIND assumed AS r
         MATCH (r)-[deny:TRUSTS {effect: 'Deny'}]->(p:Principal)
         WITH r.name + ' denies ' + p.id
              + reduce(t = '', x IN coalesce(deny.notPrincipal, []) | t + ' except ' + x)
              + reduce(t = '', x IN coalesce(deny.actions, ['by NotAction']) | t + ' ' + x)
              + coalesce(' if ' + deny.conditions, ' always') AS text
         RETURN text ORDER BY text
       } AS denials,
       who.id AS id
ORDER BY steps, id, chain;
