// title: Service-linked roles that can go now
// description: Only those whose verdict is CLEAR with evidence young enough. CLEAR says that AWS would let you;
//   whether something else breaks stands in impact, and UNKNOWN means that nobody looked.
// :param maxAgeDays => 7
//   The oldest evidence that a verdict may rest on.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param maxAgeDays => 7;
:param accountId => '';
:param limit => 1000;

WITH datetime() - duration({days: $maxAgeDays}) AS oldest
MATCH (role:ServiceLinkedRole {verdict: 'CLEAR'})
WHERE role.provenAt >= oldest AND $accountId IN ['', role.accountId]
OPTIONAL MATCH (service:Service)-[:OWNS]->(role)
RETURN role.name AS role, role.accountId AS accountId, service.id AS service, role.verdict AS verdict,
       role.impact AS impact, role.provenAt AS provenAt, role.lastUsedDate AS lastUsed, role.id AS id
ORDER BY accountId, service, id
LIMIT $limit;
