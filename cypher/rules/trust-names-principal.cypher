// title: A role whose trust policy names a principal loses it
// description: IAM lets the principal go; the trust policy then shows its unique id, nobody can assume the role that
//   way, and a new principal of the same name is not trusted. A condition can name the principal, too. Blind spot: roles of
//   accounts that were never imported, and conditions of other accounts' roles or with wildcards.
// severity: breaks
// applies: User, Role
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
WHERE trust.effect = "Allow" AND trust.conditions CONTAINS ":iam::"
UNWIND [text IN split(trust.conditions, '"') WHERE text STARTS WITH "arn:" AND text CONTAINS ":iam::"] AS named
MATCH (it:Entity {id: named})
WHERE (it:User OR it:Role) AND it <> blocker
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
