// title: How many entities a list has
// description: As entities, without the page.
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
RETURN count(*) AS total
