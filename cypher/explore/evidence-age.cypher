// title: Evidence and its age by account
// description: One row for each account, kind and state of evidence: how many pieces, the oldest and the newest.
//   An account without a row was never imported.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (account:Account)-[:HAS_EVIDENCE]->(evidence:Evidence)
WHERE $accountId IN ['', account.accountId]
WITH account, evidence.kind AS kind, evidence.state AS state, count(*) AS pieces,
     min(evidence.observedAt) AS oldest, max(evidence.observedAt) AS newest
RETURN account.accountId AS accountId, coalesce(account.alias, account.name) AS account, kind, state, pieces,
       oldest, newest, duration.inDays(oldest, datetime()).days AS oldestDays
ORDER BY accountId, kind, state
LIMIT $limit;
