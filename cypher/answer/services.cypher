// title: All services with their service-linked roles counted
// description: One row for each service, catalogued or only named by a policy.
// :param account => ""
//   Empty for all accounts.
MATCH (s:Service)
CALL (s) {
  OPTIONAL MATCH (s)-[:OWNS]->(r:ServiceLinkedRole)
  WHERE $account IN ["", r.accountId]
  RETURN count(r) AS roles,
    count(CASE r.verdict WHEN "CLEAR" THEN 1 END) AS clear,
    count(CASE r.verdict WHEN "BLOCKED" THEN 1 END) AS blocked,
    count(CASE r.verdict WHEN "UNPROVEN" THEN 1 END) AS unproven,
    count(CASE r.verdict WHEN "PROTECTED" THEN 1 END) AS protected
}
RETURN s.id AS id, coalesce(s.name, s.id) AS name, s.prefix AS prefix, s.principal AS principal, s.docUrl AS docUrl,
  s.slrDocUrl AS slrDocUrl, coalesce(s.serviceLinkedRoles, "Unknown") AS serviceLinkedRoles,
  coalesce(s.catalogued, false) AS catalogued, COUNT { (s)-[:DEFINES]->() } AS types, roles, clear, blocked, unproven, protected
ORDER BY toLower(name), id
