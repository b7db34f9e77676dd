// title: A list of entities, walked along an index of dates of use
// description: A user stands where what it was used by last stands: its password, or a key. What has the same date is in the
//   order of these ids.
// :param filter => {q: "", id: "", kinds: [], accounts: [], service: "", tags: [], lacksTag: "", verdicts: [], impacts: [], unusedSince: null, owned: true}
//   What a person chose; q in lower case, id as it was typed, tags are maps of key and value or null.
// :param low => null
// :param high => null
//   The first and the last date that are wanted; of a later page one is the last date of the page before.
// :param after => null
// :param afterUsed => ""
// :param afterId => ""
//   The last date of the page before, whose it was, and the last id of that page.
// :param descending => false
//   The program that asks writes DESC for ASC, too, and passwordLastUsed for lastUsedDate of c.
// :param look => 20000
//   How many dates to look at before giving up.
// :param limit => 50
MATCH (c:Entity)
WHERE c.lastUsedDate >= $low AND c.lastUsedDate <= $high AND c.id IS NOT NULL
WITH c ORDER BY c.lastUsedDate ASC, c.id ASC LIMIT $look
UNWIND CASE WHEN $descending THEN [c] + [(u:User)-[:HAS_CREDENTIAL]->(c) | u] ELSE [(u:User)-[:HAS_CREDENTIAL]->(c) | u] + [c] END AS n
WITH c, n
WHERE (c.lastUsedDate <> $after OR CASE WHEN $descending THEN c.id < $afterUsed ELSE c.id > $afterUsed END
    OR c.id = $afterUsed AND CASE WHEN $descending THEN n.id < $afterId ELSE n.id > $afterId END)
  AND [c.lastUsedDate, c.id] = head(COLLECT { OPTIONAL MATCH (n:User)-[:HAS_CREDENTIAL]->(k) UNWIND [[n.lastUsedDate, n.id], [n.passwordLastUsed, n.id], [k.lastUsedDate, k.id], [k.passwordLastUsed, k.id]] AS use WITH use WHERE use[0] IS NOT NULL RETURN use ORDER BY use[0] DESC, use[1] LIMIT 1 })
  AND ($filter.kinds = [] OR any(label IN labels(n) WHERE label IN $filter.kinds)
    AND (NOT n:ServiceLinkedRole OR any(kind IN ["ServiceLinkedRole", "Principal", "Entity"] WHERE kind IN $filter.kinds)))
  AND (NOT $filter.owned OR n.accountId IS NOT NULL AND NOT n:ExternalPrincipal AND NOT n:Account AND NOT n:DeletionTask)
  AND ($filter.accounts = [] OR coalesce(n.accountId, "") IN $filter.accounts)
  AND ($filter.verdicts = [] OR coalesce(n.verdict, "") IN $filter.verdicts)
  AND ($filter.impacts = [] OR coalesce(n.impact, "") IN $filter.impacts)
  AND ($filter.tags = [] OR size($filter.tags) = COUNT { UNWIND $filter.tags AS tag
    MATCH (n)-[:TAGGED]->(t:Tag {key: tag.key}) WHERE tag.value IS NULL OR t.value = tag.value RETURN DISTINCT tag })
  AND ($filter.lacksTag = "" OR NOT EXISTS { (n)-[:TAGGED]->(:Tag {key: $filter.lacksTag}) })
  AND ($filter.service = "" OR EXISTS { (n)-[:OWNS|TRUSTS]-(:Service {id: $filter.service}) })
  AND ($filter.unusedSince IS NULL OR (n:Role OR n:User OR n:AccessKey) AND n.placeholder IS NULL
    AND coalesce(n.lastUsedDate, n.passwordLastUsed, n.createDate, $filter.unusedSince) <= $filter.unusedSince
    AND NOT EXISTS { (n)-[:HAS_CREDENTIAL]->(c) WHERE coalesce(c.lastUsedDate, c.passwordLastUsed) > $filter.unusedSince })
RETURN n.id AS id, c.lastUsedDate AS at, c.id AS used
LIMIT $limit
