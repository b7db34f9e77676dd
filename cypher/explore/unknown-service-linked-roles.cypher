// title: Service-linked roles that the catalogue does not know
// description: Their owner is sure, it stands in the ARN. What keeps them in use is not known, so their verdict
//   is never better than UNPROVEN.
// finding: low
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
// fix: Look the service up in the AWS documentation; a row in the catalogue of Identity Explorer makes it known.
// :param limit => 1000
//   At most so many rows.
:param limit => 1000;

MATCH (role:ServiceLinkedRole)
WHERE NOT EXISTS { (role)-[:INSTANCE_OF]->(:ServiceLinkedRoleType) }
OPTIONAL MATCH (service:Service {id: role.servicePrincipal})-[:OWNS]->(role)
RETURN 'not in the catalogue' AS finding, role.name AS role, role.servicePrincipal AS servicePrincipal, service.name AS serviceName,
       role.accountId AS accountId, role.verdict AS verdict, role.lastUsedDate AS lastUsed, role.id AS id
ORDER BY servicePrincipal, role, accountId, id
LIMIT $limit;
