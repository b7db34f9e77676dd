// title: All evidence of an account
// description: For the importer, which judges every identity of the account at once. What is about a user who has another unique id
//   by now is about somebody else.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:HAS_EVIDENCE]->(e:Evidence)
WITH e, e.userId IS NOT NULL AND EXISTS { MATCH (u:Entity {id: e.subject}) WHERE u.userId <> e.userId } AS renamed
RETURN e.key AS key, CASE WHEN renamed THEN "partial" ELSE e.state END AS state,
  CASE WHEN renamed THEN "It tells of another user, who had this name before." ELSE e.detail END AS detail, e.observedAt AS observedAt, e.source AS source
