// title: A resource that needs it keeps a service-linked role in use
// description: AWS deletes a service-linked role only after the resources that use it are gone. Blind spot: resource
//   types that the catalogue does not name, and sessions of the role that still run.
// severity: blocks
// order: 28
// applies: ServiceLinkedRole
// evidence: roles of it
// evidence: resource-inventory of its type
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:ServiceLinkedRole)<-[use:USES]-(blocker:Resource)
WHERE any(key IN use.evidence WHERE key STARTS WITH "resource-inventory:")
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
