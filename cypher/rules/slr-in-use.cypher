// title: A resource that needs it keeps a service-linked role in use
// description: AWS deletes a service-linked role only after the resources that use it are gone: those that name it, and
//   those of the types that the catalogue lists, where their existence or a value of theirs is enough. What another
//   account shares is not this one's, so that it counts only where its own words say so. Blind spot: resource types that the
//   catalogue does not name, and sessions of the role that still run.
// severity: blocks
// order: 28
// applies: ServiceLinkedRole
// evidence: roles of it
// evidence: resource-inventory of its type
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})-[:CONTAINS]->(it:ServiceLinkedRole)-[:INSTANCE_OF]->(type:ServiceLinkedRoleType)
WITH account, type, collect(it) AS roles
MATCH (type)-[kept:KEPT_BY]->(kind:ResourceType)
MATCH (blocker:Resource {accountId: account.accountId, resourceType: kind.id})
WHERE blocker.absentSince IS NULL
  AND any(key IN blocker.evidence WHERE key STARTS WITH "resource-")
  AND (kept.when = "exists" AND blocker.sharedBy IS NULL OR any(fact IN kept.facts WHERE fact IN blocker.facts))
UNWIND roles AS it
RETURN blocker.id AS blocker, it.id AS blocked
UNION
MATCH (account:Account {id: $account})-[:CONTAINS]->(it:ServiceLinkedRole)-[:INSTANCE_OF]->(:ServiceLinkedRoleType)-[kept:KEPT_BY]->(kind:ResourceType)
WITH account, collect({kind: kind.id, kept: kept, it: it}) AS keepers, collect(DISTINCT kind.id) AS kinds
MATCH (blocker:Resource {accountId: account.accountId, hasOtherTypes: true})
USING INDEX blocker:Resource(accountId, hasOtherTypes)
WHERE blocker.absentSince IS NULL AND any(other IN blocker.otherTypes WHERE other IN kinds)
UNWIND keepers AS keeper
WITH blocker, keeper.it AS it, keeper.kept AS kept, keeper.kind AS kind
WHERE kind IN blocker.otherTypes
  AND (kept.when = "exists" AND blocker.sharedBy IS NULL OR any(fact IN kept.facts WHERE fact IN blocker.facts))
RETURN blocker.id AS blocker, it.id AS blocked
UNION
MATCH (account:Account {id: $account})-[:CONTAINS]->(it:ServiceLinkedRole)<-[:USES]-(blocker:Resource {accountId: account.accountId})
WHERE blocker.absentSince IS NULL
  AND any(key IN blocker.evidence WHERE key STARTS WITH "resource-")
MATCH (it)-[:INSTANCE_OF]->(:ServiceLinkedRoleType)-[:KEPT_BY]->(kind:ResourceType)
WHERE kind.id = blocker.resourceType OR kind.id IN blocker.otherTypes
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
