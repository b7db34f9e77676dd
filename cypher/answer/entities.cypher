// title: A list of entities
// description: The ids of those that the filters let through, from the narrowest place to start, sorted.
// :param anchor => "account"
//   Where to start: part or start (of a name), tag, service, account or accounts, verdict or everything.
// :param filter => {q: "", id: "", kinds: [], accounts: [], service: "", tags: [], lacksTag: "", verdicts: [], impacts: [], unusedSince: null, owned: true}
//   What a person chose; q in lower case, id as it was typed, tags are maps of key and value or null.
// :param sort => "name"
// :param descending => false
// :param kindOrder => ["Role"]
// :param skip => 0
// :param limit => 50
CALL () {
  WITH $anchor AS anchor WHERE anchor = "part"
  CALL () {
    MATCH (n:Entity) WHERE n.searchText CONTAINS $filter.q RETURN n
    UNION
    MATCH (n:Entity) WHERE n.id STARTS WITH $filter.id RETURN n
  }
  RETURN n
  UNION ALL
  WITH $anchor AS anchor WHERE anchor = "start"
  MATCH (n:Entity) WHERE n.searchText STARTS WITH $filter.q RETURN n
  UNION ALL
  UNWIND CASE $anchor WHEN "tag" THEN $filter.tags[..1] ELSE [] END AS tag
  MATCH (t:Tag {key: tag.key})<-[:TAGGED]-(n:Entity) WHERE tag.value IS NULL OR t.value = tag.value RETURN DISTINCT n
  UNION ALL
  UNWIND CASE $anchor WHEN "service" THEN [$filter.service] ELSE [] END AS service
  MATCH (:Service {id: service})-[:OWNS|TRUSTS]-(n:Role) RETURN DISTINCT n
  UNION ALL
  UNWIND CASE WHEN $anchor STARTS WITH "account" THEN $filter.accounts ELSE [] END AS account
  MATCH (n:Entity) WHERE n.accountId = account AND n.searchText IS NOT NULL AND n.id IS NOT NULL RETURN n
  UNION ALL
  UNWIND CASE $anchor WHEN "verdict" THEN $filter.verdicts ELSE [] END AS verdict
  MATCH (n:Entity {verdict: verdict}) RETURN n
  UNION ALL
  WITH $anchor AS anchor WHERE anchor = "everything"
  MATCH (n:Entity) RETURN n
}
WITH n WHERE true
  AND ($filter.kinds = [] OR any(label IN labels(n) WHERE label IN $filter.kinds)
    AND (NOT n:ServiceLinkedRole OR any(kind IN ["ServiceLinkedRole", "Principal", "Entity"] WHERE kind IN $filter.kinds)))
  AND (NOT $filter.owned OR n.accountId IS NOT NULL AND NOT n:ExternalPrincipal AND NOT n:Account AND NOT n:DeletionTask)
  AND ($filter.accounts = [] OR n.accountId IN $filter.accounts)
  AND ($filter.verdicts = [] OR n.verdict IN $filter.verdicts)
  AND ($filter.impacts = [] OR n.impact IN $filter.impacts)
  AND ($filter.tags = [] OR size(CASE $anchor WHEN "tag" THEN $filter.tags[1..] ELSE $filter.tags END) = COUNT { UNWIND CASE $anchor WHEN "tag" THEN $filter.tags[1..] ELSE $filter.tags END AS tag
    MATCH (n)-[:TAGGED]->(t:Tag {key: tag.key}) WHERE tag.value IS NULL OR t.value = tag.value RETURN DISTINCT tag })
  AND ($filter.lacksTag = "" OR NOT EXISTS { (n)-[:TAGGED]->(:Tag {key: $filter.lacksTag}) })
  AND ($filter.service = "" OR EXISTS { (n)-[:OWNS|TRUSTS]-(:Service {id: $filter.service}) })
  AND ($filter.unusedSince IS NULL OR (n:Role OR n:User OR n:AccessKey) AND n.placeholder IS NULL
    AND coalesce(n.lastUsedDate, n.passwordLastUsed, n.createDate, $filter.unusedSince) <= $filter.unusedSince
    AND NOT EXISTS { (n)-[:HAS_CREDENTIAL]->(c) WHERE coalesce(c.lastUsedDate, c.passwordLastUsed) > $filter.unusedSince })
WITH n, CASE $sort
    WHEN "rank" THEN CASE WHEN n.searchText = $filter.q THEN "0" WHEN n.searchText STARTS WITH $filter.q THEN "1" ELSE "2" END + n.searchText
    WHEN "kind" THEN head([label IN $kindOrder WHERE label IN labels(n)]) + n.searchText
    WHEN "createDate" THEN coalesce(n.createDate, n.uploadDate)
    WHEN "lastUsed" THEN head(COLLECT { OPTIONAL MATCH (n:User)-[:HAS_CREDENTIAL]->(k) UNWIND [[n.lastUsedDate, n.id], [n.passwordLastUsed, n.id], [k.lastUsedDate, k.id], [k.passwordLastUsed, k.id]] AS use WITH use WHERE use[0] IS NOT NULL RETURN use ORDER BY use[0] DESC, use[1] LIMIT 1 })
    ELSE CASE $sort WHEN "verdict" THEN coalesce(n.verdict, "") WHEN "impact" THEN coalesce(n.impact, "") WHEN "accountId" THEN coalesce(n.accountId, "") ELSE "" END + n.searchText END AS key
ORDER BY key IS NULL, CASE WHEN $descending THEN key END DESC, CASE WHEN NOT $descending THEN key END, CASE WHEN $descending THEN n.id END DESC, n.id SKIP $skip LIMIT $limit
RETURN n.id AS id, CASE WHEN $sort IN ["createDate", "lastUsed"] THEN "" ELSE n.searchText END AS place
