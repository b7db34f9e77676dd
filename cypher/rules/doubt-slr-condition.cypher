// title: A resource that may keep the role in use exists, and no file tells whether it does
// description: AWS names a condition beside the type of the resource, and what was imported of it does not show whether
//   it holds; or another account shares it, and nobody says whether it counts here.
// severity: doubts
// applies: ServiceLinkedRole
// evidence: resource-inventory of its type
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})-[:CONTAINS]->(it:ServiceLinkedRole)-[:INSTANCE_OF]->(type:ServiceLinkedRoleType)
WITH account, type, collect(it) AS roles
MATCH (type)-[kept:KEPT_BY]->(kind:ResourceType)
WHERE EXISTS {
  MATCH (r:Resource {accountId: account.accountId, resourceType: kind.id})
  WHERE r.absentSince IS NULL
    AND any(key IN r.evidence WHERE key STARTS WITH "resource-")
    AND CASE kept.when
      WHEN "unclear" THEN true
      WHEN "exists" THEN r.sharedBy IS NOT NULL
      WHEN "names-role" THEN coalesce(r.rolesUnknown, false)
      WHEN "fact" THEN none(fact IN coalesce(r.facts, []) WHERE split(fact, "=")[0] = split(kept.facts[0], "=")[0])
      ELSE false
    END
}
UNWIND roles AS it
RETURN DISTINCT it.id AS blocked
UNION
MATCH (account:Account {id: $account})-[:CONTAINS]->(it:ServiceLinkedRole)-[:INSTANCE_OF]->(:ServiceLinkedRoleType)-[kept:KEPT_BY]->(kind:ResourceType)
WITH account, collect({kind: kind.id, kept: kept, it: it}) AS keepers, collect(DISTINCT kind.id) AS kinds
MATCH (r:Resource {accountId: account.accountId, hasOtherTypes: true})
USING INDEX r:Resource(accountId, hasOtherTypes)
WHERE r.absentSince IS NULL AND any(other IN r.otherTypes WHERE other IN kinds)
UNWIND keepers AS keeper
WITH r, keeper.it AS it, keeper.kept AS kept, keeper.kind AS kind
WHERE kind IN r.otherTypes
  AND any(key IN r.evidence WHERE key STARTS WITH "resource-")
  AND CASE kept.when
    WHEN "unclear" THEN true
    WHEN "exists" THEN r.sharedBy IS NOT NULL
    WHEN "names-role" THEN coalesce(r.rolesUnknown, false)
    WHEN "fact" THEN none(fact IN coalesce(r.facts, []) WHERE split(fact, "=")[0] = split(kept.facts[0], "=")[0])
    ELSE false
  END
RETURN DISTINCT it.id AS blocked
