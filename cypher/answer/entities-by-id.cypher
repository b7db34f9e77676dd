// title: A list of entities, walked along the index of ids
// description: For one who types an ARN from its start.
// :param filter => {q: "", id: "", kinds: [], accounts: [], service: "", tags: [], lacksTag: "", verdicts: [], impacts: [], unusedSince: null, owned: true}
//   What a person chose; q in lower case, id as it was typed, tags are maps of key and value or null.
// :param from => "arn:aws:iam::111122223333:role/"
//   The start of an id.
// :param afterId => ""
//   The last id of the page before.
// :param until => "arn:aws:iam::111122223333:role/~"
//   Where ids end that are wanted.
// :param limit => 50
MATCH (n:Entity)
WHERE n.id >= $from AND n.id < $until AND n.id > $afterId
  AND ($filter.kinds = [] OR any(label IN labels(n) WHERE label IN $filter.kinds)
    AND (NOT n:ServiceLinkedRole OR any(kind IN ["ServiceLinkedRole", "Principal", "Entity"] WHERE kind IN $filter.kinds)))
  AND (NOT $filter.owned OR n.accountId IS NOT NULL AND NOT n:ExternalPrincipal AND NOT n:Account AND NOT n:DeletionTask)
  AND ($filter.accounts = [] OR n.accountId IN $filter.accounts)
  AND ($filter.verdicts = [] OR n.verdict IN $filter.verdicts)
  AND ($filter.impacts = [] OR n.impact IN $filter.impacts)
  AND ($filter.tags = [] OR size($filter.tags) = COUNT { UNWIND $filter.tags AS tag
    MATCH (n)-[:TAGGED]->(t:Tag {key: tag.key}) WHERE tag.value IS NULL OR t.value = tag.value RETURN DISTINCT tag })
  AND ($filter.lacksTag = "" OR NOT EXISTS { (n)-[:TAGGED]->(:Tag {key: $filter.lacksTag}) })
  AND ($filter.service = "" OR EXISTS { (n)-[:OWNS|TRUSTS]-(:Service {id: $filter.service}) })
  AND ($filter.unusedSince IS NULL OR (n:Role OR n:User OR n:AccessKey) AND n.placeholder IS NULL
    AND coalesce(n.lastUsedDate, n.passwordLastUsed, n.createDate, $filter.unusedSince) <= $filter.unusedSince
    AND NOT EXISTS { (n)-[:HAS_CREDENTIAL]->(c) WHERE coalesce(c.lastUsedDate, c.passwordLastUsed) > $filter.unusedSince })
RETURN n.id AS id, n.id AS place
ORDER BY n.id
LIMIT $limit
