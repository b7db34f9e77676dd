// title: A role whose trust policy names a principal loses it
// description: IAM lets the principal go; the trust policy then shows its unique id, nobody can assume the role that
//   way, and a new principal of the same name is not trusted. A condition can name the principal, too, by
//   its ARN or its unique id, also to spare it from what is denied to others. Blind spot: roles of accounts that were never
//   imported, and conditions of other accounts' roles or with wildcards.
// severity: breaks
// applies: User, Role, ServiceLinkedRole
// evidence: roles
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User|Role)<-[trust:TRUSTS]-(blocker:Role)
WHERE trust.effect = "Allow" AND it <> blocker
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
UNION
MATCH (:Account {id: $account})-[:CONTAINS]->(blocker:Role)-[trust:TRUSTS]->(it:User|Role)
WHERE trust.effect = "Allow" AND it <> blocker
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
UNION
MATCH (:Account {id: $account})-[:CONTAINS]->(blocker:Role)-[trust:TRUSTS]->()
WHERE trust.conditions CONTAINS ":iam::" OR trust.notPrincipal IS NOT NULL
UNWIND [text IN split(coalesce(trust.conditions, ""), '"') WHERE text STARTS WITH "arn:" AND text CONTAINS ":iam::"]
  + coalesce(trust.notPrincipal, []) AS named
MATCH (it:Entity {id: named})
WHERE (it:User OR it:Role) AND it <> blocker
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
UNION
MATCH (account:Account {id: $account})-[:CONTAINS]->(blocker:Role)-[trust:TRUSTS]->()
WHERE trust.conditions CONTAINS "AROA" OR trust.conditions CONTAINS "AIDA"
UNWIND [text IN split(trust.conditions, '"') WHERE text STARTS WITH "AROA" OR text STARTS WITH "AIDA" | split(text, ":")[0]] AS uniqueId
WITH account, collect(DISTINCT {id: uniqueId, blocker: blocker}) AS named, collect(DISTINCT uniqueId) AS ids
MATCH (account)-[:CONTAINS]->(it:User|Role)
WHERE coalesce(it.roleId, it.userId) IN ids
UNWIND named AS one
WITH it, one.id AS uniqueId, one.blocker AS blocker
WHERE uniqueId = coalesce(it.roleId, it.userId) AND it <> blocker
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
