// title: Service-linked roles that trust another than their owner
// description: The owner stands in the ARN path; the trust policy names who may use the role. They usually agree.
//   Where they do not, the owner by path is still who creates and deletes the role.
// finding: medium
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
// fix: Nobody can edit the trust of a service-linked role: ask AWS Support what happened; delete the role if
//   explorer blockers says that it may go, and let the service make it anew.
// :param limit => 1000
//   At most so many rows.
:param limit => 1000;

MATCH (role:ServiceLinkedRole)
WHERE role.placeholder IS NULL
WITH role, COLLECT {
  MATCH (role)-[:TRUSTS {effect: 'Allow'}]->(trusted:Principal)
  RETURN DISTINCT trusted.id ORDER BY trusted.id
} AS trusted
WHERE trusted <> [role.servicePrincipal]
RETURN CASE
         WHEN trusted = [] THEN 'trusts nobody'
         WHEN role.servicePrincipal IN trusted THEN 'trusts others beside its owner'
         ELSE 'does not trust its owner'
       END AS finding,
       role.name AS role, role.accountId AS accountId, role.servicePrincipal AS pathPrincipal,
       trusted AS trustedPrincipals, role.id AS id
ORDER BY finding, pathPrincipal, accountId, id
LIMIT $limit;
