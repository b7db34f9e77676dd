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
MATCH (it:Entity {name: split(named, "/")[1]})
USING INDEX it:Entity(name)
WHERE it.accountId = account.accountId AND (named STARTS WITH "role/" AND it:Role OR named STARTS WITH "user/" AND it:User)
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
UNION
MATCH (account:Account {id: $account})-[:CONTAINS]->(blocker:Resource)
WHERE blocker.namesUnknown IS NOT NULL AND blocker.absentSince IS NULL
UNWIND [named IN blocker.namesUnknown WHERE NOT named CONTAINS "/"] AS uniqueId
WITH account, collect({id: uniqueId, blocker: blocker}) AS named, collect(DISTINCT uniqueId) AS ids
MATCH (account)-[:CONTAINS]->(it:User|Role)
WHERE coalesce(it.roleId, it.userId) IN ids
UNWIND named AS one
WITH it, one.id AS uniqueId, one.blocker AS blocker
WHERE uniqueId = coalesce(it.roleId, it.userId)
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
