// title: The members of a clean-up campaign
// description: In the order of state, account and id; goneAt is when an import showed that it is gone.
// :param name => "contractors"
// :param limit => 1000
MATCH (c:Campaign {name: $name})
UNWIND range(0, size(c.ids) - 1) AS i
OPTIONAL MATCH (n:Entity {id: c.ids[i]})
WITH c, i, CASE WHEN n.placeholder IS NULL AND NOT n:ExternalPrincipal THEN n END AS n
WITH c, i, n, COLLECT {
  MATCH (change:Change {entityId: c.ids[i]})
  WHERE change.at > c.createdAt
    AND (change.what = "removed" OR any(d IN change.details WHERE d STARTS WITH "roleId: " OR d STARTS WITH "userId: "))
  RETURN change.at ORDER BY change.at DESC
} AS removals
RETURN CASE WHEN n IS NULL THEN "gone" WHEN size(removals) > 0 THEN "came back" ELSE "planned" END AS state,
  c.ids[i] AS id, c.kinds[i] AS kind, c.names[i] AS name, c.accountIds[i] AS accountId,
  n.verdict AS verdict, n.impact AS impact, head(removals) AS goneAt
ORDER BY CASE state WHEN "came back" THEN 0 WHEN "planned" THEN 1 ELSE 2 END, accountId, id
LIMIT $limit
