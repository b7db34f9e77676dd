// title: Which roles a principal can assume, directly or by a chain
// description: The other direction of who-can-assume: Allow statements of trust policies that name the principal, its
//   account, or everybody, over at most three roles, with the conditions of each step as written and every Deny of a
//   role on the way counted. Blind spots: whether the principal's own policies allow sts:AssumeRole is not evaluated,
//   and past the first role only trust that names the role itself is followed, not trust in its whole account.
// :param principal => 'arn:aws:iam::111122223333:user/ann'
//   ARN or name of a user, role, service, provider or account.
// :param limit => 200
//   At most so many chains.
:param principal => 'arn:aws:iam::111122223333:user/ann';
:param limit => 200;

MATCH (who:Entity:Principal)
WHERE who.id = $principal OR who.name = $principal
CALL (who) {
  RETURN who AS start
  UNION
  MATCH (start:Account {accountId: who.accountId})
  WHERE who:User OR who:Role
  RETURN start
  UNION
  MATCH (start:AnyPrincipal)
  WHERE who:User OR who:Role OR who:Account OR who:ExternalPrincipal
  RETURN start
}
MATCH path = (start) (
  (:Principal)<-[trusts:TRUSTS WHERE trusts.effect = 'Allow' AND (
    size(coalesce(trusts.actions, [])) = 0
    OR any(a IN trusts.actions WHERE NOT toLower(a) IN ['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext'])
  )]-(:Role)
){1,3} (role:Role)
WHERE all(n IN nodes(path) WHERE single(m IN nodes(path) WHERE m = n)) AND NOT who IN tail(nodes(path))
WITH who, start, role, trusts, tail(nodes(path)) AS assumed
ORDER BY size(trusts), role.id, start.id
LIMIT $limit
RETURN who.name AS who, CASE WHEN start = who THEN 'named' ELSE 'as ' + start.name END AS trustedAs, role.name AS role,
       role.accountId AS accountId, size(trusts) AS steps,
       reduce(chain = who.name, r IN assumed | chain + ' > ' + r.name) AS chain,
       [t IN trusts | coalesce(t.conditions, 'none')] AS conditions,
       COUNT { UNWIND assumed AS r MATCH (r)-[:TRUSTS {effect: 'Deny'}]->() RETURN 1 } AS denials,
       role.verdict AS verdict, role.id AS id
ORDER BY steps, id, chain, trustedAs;
