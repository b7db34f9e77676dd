// title: Trust in principals that are gone
// description: Two signs: the trust policy holds a bare unique id (AIDA…, AROA…), which is what AWS leaves of a
//   deleted principal; or it names a user or role that is not in its account, though all users and roles of that
//   account were imported.
// finding: medium
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
// fix: Take the principal out of the trust policy; an id of a deleted principal never comes back, a name that is
//   free can be taken by anybody who may create users or roles in its account.
// :param limit => 1000
//   At most so many rows.
:param limit => 1000;

CALL () {
  MATCH (gone:ExternalPrincipal)
  WHERE gone.danglingId OR gone.id CONTAINS ':user/' OR gone.id CONTAINS ':role/'
  RETURN gone
  UNION
  MATCH (gone:User|Role {placeholder: true})
  RETURN gone
}
OPTIONAL MATCH (users:Evidence {accountId: gone.accountId, key: 'users', state: 'complete'})
OPTIONAL MATCH (roles:Evidence {accountId: gone.accountId, key: 'roles', state: 'complete'})
WITH gone, users IS NOT NULL AND roles IS NOT NULL AS allImported
WHERE gone.danglingId OR allImported
MATCH (role:Role)-[trusts:TRUSTS]->(gone)
RETURN CASE WHEN gone.danglingId THEN 'id of a deleted principal' ELSE 'not in its account' END AS finding,
       role.name AS role, role.accountId AS accountId, trusts.effect AS effect, gone.id AS trusted,
       trusts.conditions AS conditions, trusts.statement AS statement, role.id AS id
ORDER BY accountId, id, trusted, statement
LIMIT $limit;
