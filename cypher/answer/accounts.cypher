// title: Accounts and how complete their evidence is
// description: One row for each account that was imported.
// :param expected => ["users", "groups", "roles", "policies", "credential-report", "virtual-mfa-devices", "instance-profiles", "server-certificates", "saml-providers", "oidc-providers", "regions"]
//   Evidence about a whole account that an import should bring.
MATCH (a:Account)
CALL (a) {
  OPTIONAL MATCH (a)-[:HAS_EVIDENCE]->(e:Evidence)
  RETURN min(e.observedAt) AS oldest, max(e.observedAt) AS newest,
    count(CASE WHEN e.state = "complete" THEN 1 END) AS complete,
    count(CASE WHEN e.state <> "complete" THEN 1 END) AS incomplete
}
RETURN a.id AS id, a.accountId AS accountId, coalesce(a.name, a.alias, a.accountId) AS name, a.alias AS alias, a.importedAt AS importedAt,
  oldest, newest, complete, incomplete,
  size([key IN $expected WHERE NOT EXISTS { (:Evidence {accountId: a.accountId, key: key}) }]) AS missing
ORDER BY accountId
