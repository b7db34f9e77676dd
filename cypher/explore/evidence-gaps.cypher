// title: What was not seen, account by account
// description: Evidence about a whole account that is missing, and all evidence that is partial, denied, empty or
//   older than N days. An empty list may be the truth or an export with --filter; it is no proof alone. Evidence
//   about one user that is missing stands with the user: see users-without-credentials.
// :param maxAgeDays => 30
//   Older evidence counts as stale.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param maxAgeDays => 30;
:param accountId => '';
:param limit => 1000;

WITH datetime() - duration({days: $maxAgeDays}) AS oldest
MATCH (account:Account)
WHERE $accountId IN ['', account.accountId]
CALL (account, oldest) {
  UNWIND ['users', 'groups', 'roles', 'policies', 'credential-report', 'virtual-mfa-devices', 'instance-profiles',
          'server-certificates', 'saml-providers', 'oidc-providers', 'regions'] AS key
  OPTIONAL MATCH (seen:Evidence {accountId: account.accountId, key: key})
  WITH key, seen WHERE seen IS NULL
  RETURN key AS evidence, 'missing' AS state, null AS observedAt, null AS source, null AS detail
  UNION ALL
  MATCH (account)-[:HAS_EVIDENCE]->(seen:Evidence)
  WHERE seen.state <> 'complete' OR seen.observedAt < oldest
  RETURN seen.key AS evidence, CASE seen.state WHEN 'complete' THEN 'stale' ELSE seen.state END AS state,
         seen.observedAt AS observedAt, seen.source AS source, seen.detail AS detail
}
RETURN account.accountId AS accountId, coalesce(account.alias, account.name) AS account, evidence, state, observedAt, source, detail
ORDER BY accountId, evidence
LIMIT $limit;
