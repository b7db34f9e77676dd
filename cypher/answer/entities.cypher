// title: A list of entities
// description: Those that the filters let through, from the narrowest place to start, sorted.
// :param anchor => "account"
//   Where to start: start or part (of a name), tag, service, account, verdict or everything.
// :param q => ""
//   The start or, from part, a part of a name, or the start of an id.
// :param names => []
//   q in some upper and lower cases.
// :param kinds => []
// :param accounts => []
// :param service => ""
// :param tags => []
//   Maps with key, and value or null.
// :param lacksTag => ""
// :param verdicts => []
// :param impacts => []
// :param unusedSince => null
// :param owned => true
//   Only what belongs to an account.
// :param sort => "name"
// :param descending => false
// :param kindOrder => ["Role"]
// :param skip => 0
// :param limit => 50
CALL () {
  WITH $anchor AS anchor WHERE anchor IN ["start", "part"]
  CALL (anchor) {
    WITH anchor WHERE anchor = "start"
    UNWIND $names AS start
    MATCH (n:Entity) WHERE n.name STARTS WITH start
    RETURN n
    UNION
    MATCH (n:Entity) WHERE n.id STARTS WITH $q
    RETURN n
    UNION
    WITH anchor WHERE anchor = "part"
    MATCH (n:Entity) WHERE toLower(n.name) CONTAINS toLower($q)
    RETURN n
  }
  RETURN n
  UNION ALL
  WITH $anchor AS anchor WHERE anchor = "tag"
  MATCH (t:Tag {key: head($tags).key})<-[:TAGGED]-(n:Entity)
  WHERE head($tags).value IS NULL OR t.value = head($tags).value
  RETURN DISTINCT n
  UNION ALL
  WITH $anchor AS anchor WHERE anchor = "service"
  MATCH (:Service {id: $service})-[:OWNS|TRUSTS]-(n:Role)
  RETURN DISTINCT n
  UNION ALL
  WITH $anchor AS anchor WHERE anchor = "account"
  UNWIND $accounts AS account
  MATCH (n:Entity {accountId: account})
  RETURN n
  UNION ALL
  WITH $anchor AS anchor WHERE anchor = "verdict"
  UNWIND $verdicts AS verdict
  MATCH (n:Entity {verdict: verdict})
  RETURN n
  UNION ALL
  WITH $anchor AS anchor WHERE anchor = "everything"
  MATCH (n:Entity)
  RETURN n
}
WITH n
WHERE ($kinds = [] OR any(label IN labels(n) WHERE label IN $kinds)
    AND (NOT n:ServiceLinkedRole OR any(kind IN ["ServiceLinkedRole", "Principal", "Entity"] WHERE kind IN $kinds)))
  AND (NOT $owned OR n.accountId IS NOT NULL AND NOT n:ExternalPrincipal AND NOT n:Account AND NOT n:DeletionTask)
  AND ($accounts = [] OR n.accountId IN $accounts)
  AND ($verdicts = [] OR n.verdict IN $verdicts)
  AND ($impacts = [] OR n.impact IN $impacts)
  AND all(tag IN $tags WHERE EXISTS { (n)-[:TAGGED]->(t:Tag) WHERE t.key = tag.key AND (tag.value IS NULL OR t.value = tag.value) })
  AND ($lacksTag = "" OR NOT EXISTS { (n)-[:TAGGED]->(:Tag {key: $lacksTag}) })
  AND ($service = "" OR EXISTS { (n)<-[:OWNS]-(:Service {id: $service}) } OR EXISTS { (n)-[:TRUSTS]->(:Service {id: $service}) })
  AND ($unusedSince IS NULL OR (n:Role OR n:User OR n:AccessKey) AND n.placeholder IS NULL
    AND coalesce(n.lastUsedDate, n.passwordLastUsed, n.createDate, $unusedSince) <= $unusedSince
    AND NOT EXISTS { (n)-[:HAS_CREDENTIAL]->(c) WHERE c.lastUsedDate > $unusedSince OR c.passwordLastUsed > $unusedSince })
WITH n, CASE $sort
    WHEN "rank" THEN CASE WHEN n.name = $q THEN "0" WHEN toLower(n.name) STARTS WITH toLower($q) THEN "1" ELSE "2" END + n.name
    WHEN "kind" THEN head([label IN $kindOrder WHERE label IN labels(n)]) + n.name
    WHEN "accountId" THEN coalesce(n.accountId, "") + n.name
    WHEN "verdict" THEN coalesce(n.verdict, "") + n.name
    WHEN "impact" THEN coalesce(n.impact, "") + n.name
    WHEN "createDate" THEN toString(coalesce(n.createDate, n.uploadDate, ""))
    WHEN "lastUsed" THEN toString(coalesce(n.lastUsedDate, n.passwordLastUsed, ""))
    ELSE n.name END AS key
ORDER BY CASE WHEN $descending THEN key END DESC, CASE WHEN NOT $descending THEN key END, n.id
SKIP $skip LIMIT $limit
RETURN n.id AS id, labels(n) AS labels, coalesce(n.name, n.id) AS name, n.accountId AS accountId,
  n.verdict AS verdict, n.impact AS impact, n.provenAt AS provenAt, coalesce(n.createDate, n.uploadDate) AS createDate,
  CASE WHEN n:User THEN COLLECT { OPTIONAL MATCH (n)-[:HAS_CREDENTIAL]->(c) UNWIND [n.passwordLastUsed, c.lastUsedDate, c.passwordLastUsed] AS used
      RETURN max(used) }[0]
    ELSE coalesce(n.lastUsedDate, n.passwordLastUsed) END AS lastUsed,
  head([(s:Service)-[:OWNS]->(n) | s {.id, name: coalesce(s.name, s.id)}]) AS owner, coalesce(n.placeholder, false) AS placeholder
ORDER BY CASE WHEN $descending THEN key END DESC, CASE WHEN NOT $descending THEN key END, id
