// title: Write whose evidence it is
// description: What was imported before its user was is that of the user who has the name when the user comes: a later one with
//   another unique id is somebody else.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:HAS_EVIDENCE]->(e:Evidence)
WHERE e.subject IS NOT NULL AND e.userId IS NULL
MATCH (u:Entity {id: e.subject})
WHERE u.userId IS NOT NULL
SET e.userId = u.userId
