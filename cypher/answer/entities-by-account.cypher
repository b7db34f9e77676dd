// title: A list of entities of one account, walked along the index of its names
// description: However large the account is, a page looks at what is on it and at what the filters leave out before it.
// :param account => "111122223333"
// :param filter => {q: "", id: "", kinds: [], accounts: [], service: "", tags: [], lacksTag: "", verdicts: [], impacts: [], unusedSince: null, owned: true}
//   What a person chose; q in lower case, id as it was typed, tags are maps of key and value or null.
// :param low => ""
// :param high => "~"
//   The first and the last name in lower case that are wanted; of a later page one is the last name of the page before.
// :param after => ""
// :param afterId => ""
//   The last name of the page before, and its id.
// :param descending => false
//   The program that asks writes DESC for ASC, too.
// :param limit => 50
MATCH (n:Entity)
WHERE n.accountId = $account AND n.searchText >= $low AND n.searchText <= $high AND n.id IS NOT NULL
WITH n ORDER BY n.accountId ASC, n.searchText ASC, n.id ASC
WHERE (n.searchText <> $after OR CASE WHEN $descending THEN n.id < $afterId ELSE n.id > $afterId END)
  AND ($filter.kinds = [] OR any(label IN labels(n) WHERE label IN $filter.kinds)
    AND (NOT n:ServiceLinkedRole OR any(kind IN ["ServiceLinkedRole", "Principal", "Entity"] WHERE kind IN $filter.kinds)))
  AND (NOT $filter.owned OR n.accountId IS NOT NULL AND NOT n:ExternalPrincipal AND NOT n:Account AND NOT n:DeletionTask)
  AND ($filter.verdicts = [] OR coalesce(n.verdict, "") IN $filter.verdicts)
  AND ($filter.impacts = [] OR coalesce(n.impact, "") IN $filter.impacts)
  AND ($filter.tags = [] OR size($filter.tags) = COUNT { UNWIND $filter.tags AS tag
    MATCH (n)-[:TAGGED]->(t:Tag {key: tag.key}) WHERE tag.value IS NULL OR t.value = tag.value RETURN DISTINCT tag })
  AND ($filter.lacksTag = "" OR NOT EXISTS { (n)-[:TAGGED]->(:Tag {key: $filter.lacksTag}) })
  AND ($filter.service = "" OR EXISTS { (n)-[:OWNS|TRUSTS]-(:Service {id: $filter.service}) })
  AND ($filter.unusedSince IS NULL OR (n:Role OR n:User OR n:AccessKey) AND n.placeholder IS NULL
    AND coalesce(n.lastUsedDate, n.passwordLastUsed, n.createDate, $filter.unusedSince) <= $filter.unusedSince
    AND NOT EXISTS { (n)-[:HAS_CREDENTIAL]->(c) WHERE coalesce(c.lastUsedDate, c.passwordLastUsed) > $filter.unusedSince })
RETURN n.id AS id, n.searchText AS place
LIMIT $limit
