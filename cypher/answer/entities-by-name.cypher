// title: A list of entities, walked along the index of names
// description: Fast where the filters let much through; as entities otherwise.
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
// :param after => ""
//   The last name of the page before.
// :param afterId => ""
//   Its id.
// :param limit => 50
MATCH (n:Entity)
WHERE n.name >= $after AND (n.name > $after OR n.id > $afterId) AND ($kinds = [] OR any(label IN labels(n) WHERE label IN $kinds)
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
WITH n ORDER BY n.name, n.id LIMIT $limit
RETURN n.id AS id, labels(n) AS labels, coalesce(n.name, n.id) AS name, n.accountId AS accountId,
  n.verdict AS verdict, n.impact AS impact, n.provenAt AS provenAt, coalesce(n.createDate, n.uploadDate) AS createDate,
  CASE WHEN n:User THEN COLLECT { OPTIONAL MATCH (n)-[:HAS_CREDENTIAL]->(c) UNWIND [n.passwordLastUsed, c.lastUsedDate, c.passwordLastUsed] AS used
      RETURN max(used) }[0]
    ELSE coalesce(n.lastUsedDate, n.passwordLastUsed) END AS lastUsed,
  head([(s:Service)-[:OWNS]->(n) | s {.id, name: coalesce(s.name, s.id)}]) AS owner, coalesce(n.placeholder, false) AS placeholder
ORDER BY n.name, id
