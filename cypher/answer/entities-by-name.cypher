// title: A list of entities, walked along the index of names
// description: Fast where the filters let much through; as entities otherwise.
// :param filter => {kinds: [], accounts: [], verdicts: [], impacts: [], owned: true}
//   What a person chose, that and no more.
// :param after => ""
//   The last name of the page before.
// :param afterId => ""
//   Its id.
// :param limit => 50
MATCH (n:Entity)
WHERE n.name >= $after AND (n.name > $after OR n.id > $afterId)
  AND ($filter.kinds = [] OR any(label IN labels(n) WHERE label IN $filter.kinds)
    AND (NOT n:ServiceLinkedRole OR any(kind IN ["ServiceLinkedRole", "Principal", "Entity"] WHERE kind IN $filter.kinds)))
  AND (NOT $filter.owned OR n.accountId IS NOT NULL AND NOT n:ExternalPrincipal AND NOT n:Account AND NOT n:DeletionTask)
  AND ($filter.accounts = [] OR n.accountId IN $filter.accounts)
  AND ($filter.verdicts = [] OR n.verdict IN $filter.verdicts) AND ($filter.impacts = [] OR n.impact IN $filter.impacts)
RETURN n.id AS id
ORDER BY n.name, n.id
LIMIT $limit
