// title: Pieces of evidence of an account
// description: One row for each key that was imported. While a very large account is being imported for the first time, or
//   where that was broken off, nothing of it is known whole. What is about a user who has another unique id by now is about
//   somebody else.
// :param accountId => "111122223333"
// :param keys => ["roles"]
UNWIND $keys AS key
MATCH (account:Account)-[:HAS_EVIDENCE]->(e:Evidence {accountId: $accountId, key: key})
WITH e, account.derivedWith IS NOT NULL AS whole,
  e.userId IS NOT NULL AND EXISTS { MATCH (u:Entity {id: e.subject}) WHERE u.userId <> e.userId } AS renamed
RETURN e.key AS key, CASE WHEN NOT whole THEN "unfinished" WHEN renamed THEN "partial" ELSE e.state END AS state,
  CASE WHEN NOT whole THEN "The import of this account has not ended; if none is running, import it again."
    WHEN renamed THEN "It tells of another user, who had this name before." ELSE e.detail END AS detail,
  e.observedAt AS observedAt, e.source AS source
