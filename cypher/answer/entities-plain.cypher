// title: A list of entities that account, kind, verdict and impact decide
// description: As entities. What looks at tags, services and use takes its time for every entity, even where nothing asks for it.
// :param anchor => "account"
//   Where to start: account or accounts, verdict or everything.
// :param filter => {kinds: [], accounts: [], verdicts: [], impacts: [], owned: true}
//   What a person chose.
// :param sort => "name"
// :param descending => false
// :param kindOrder => ["Role"]
// :param skip => 0
// :param limit => 50
CALL () {
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
  AND ($filter.accounts = [] OR coalesce(n.accountId, "") IN $filter.accounts)
  AND ($filter.verdicts = [] OR coalesce(n.verdict, "") IN $filter.verdicts)
  AND ($filter.impacts = [] OR coalesce(n.impact, "") IN $filter.impacts)
WITH n, CASE $sort
    WHEN "kind" THEN head([label IN $kindOrder WHERE label IN labels(n)]) + n.searchText
    WHEN "createDate" THEN coalesce(n.createDate, n.uploadDate)
    ELSE CASE $sort WHEN "verdict" THEN coalesce(n.verdict, "") WHEN "impact" THEN coalesce(n.impact, "") WHEN "accountId" THEN coalesce(n.accountId, "") ELSE "" END + n.searchText END AS key
ORDER BY key IS NULL, CASE WHEN $descending THEN key END DESC, CASE WHEN NOT $descending THEN key END,
  CASE WHEN $descending THEN n.id END DESC, n.id SKIP $skip LIMIT $limit
RETURN n.id AS id, CASE $sort WHEN "createDate" THEN "" ELSE n.searchText END AS place
