// title: A resource names the role, and the catalogue does not know whether its type keeps such roles in use
// description: AWS documents other types that do.
// severity: doubts
// applies: ServiceLinkedRole
// evidence: resource-inventory of its type
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:ServiceLinkedRole)<-[use:USES]-(r:Resource)
WHERE r.absentSince IS NULL
  AND any(key IN use.evidence WHERE key STARTS WITH "resource-")
  AND NOT EXISTS { (it)-[:INSTANCE_OF]->(:ServiceLinkedRoleType)-[:KEPT_BY]->(:ResourceType {id: r.resourceType}) }
RETURN DISTINCT it.id AS blocked
