// title: A resource names the user or role by its unique id or by a session
// description: A policy names the identity otherwise than by its ARN, and was seen before the identity was: by AROA… or AIDA…,
//   or by a session of it. What it allows or denies then holds for nobody. Blind spot: names with wildcards, and
//   resources of other accounts.
// severity: breaks
// applies: User, Role
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})-[:CONTAINS]->(blocker:Resource)
WHERE blocker.namesUnknown IS NOT NULL AND blocker.absentSince IS NULL
UNWIND blocker.namesUnknown AS named
WITH account, collect({named: named, blocker: blocker}) AS uses, collect(DISTINCT named) AS names
MATCH (account)-[:CONTAINS]->(it:User|Role)
WITH it, uses, names, [coalesce(it.roleId, it.userId), CASE WHEN it:Role THEN "role/" ELSE "user/" END + it.name] AS called
WHERE any(name IN called WHERE name IN names)
UNWIND uses AS one
WITH it, called, one.named AS named, one.blocker AS blocker
WHERE named IN called
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
