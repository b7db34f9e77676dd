// title: A role whose trust policy names a session of a role loses it
// description: The trust policy names one session of the role by its assumed-role ARN, which holds the name of the role
//   without its path.
// severity: breaks
// applies: Role
// evidence: roles
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(blocker:Role)-[trust:TRUSTS]->(session:ExternalPrincipal)
WHERE trust.effect = "Allow" AND session.id CONTAINS ":assumed-role/"
MATCH (it:Entity {name: split(session.id, "/")[1]})
USING INDEX it:Entity(name)
WHERE it:Role AND it.accountId = session.accountId AND it <> blocker
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
