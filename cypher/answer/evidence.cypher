// title: Pieces of evidence of an account
// description: One row for each key that was imported. While a very large account is being imported for the first time, or
//   where that was broken off, nothing of it is known whole.
// :param accountId => "111122223333"
// :param keys => ["roles"]
UNWIND $keys AS key
MATCH (account:Account)-[:HAS_EVIDENCE]->(e:Evidence {accountId: $accountId, key: key})
WITH e, account.derivedWith IS NOT NULL AS whole
RETURN e.key AS key, CASE WHEN whole THEN e.state ELSE "unfinished" END AS state,
  CASE WHEN whole THEN e.detail ELSE "The import of this account has not ended; if none is running, import it again." END AS detail,
  e.observedAt AS observedAt, e.source AS source
