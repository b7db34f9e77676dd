// title: What became different between two imports
// description: Each entity once, with the sum of what the imports in between recorded: what came and went is left out;
//   of several changes of verdict the first and the last verdict stand, and none if they are the same.
// :param from => "0d5d3c6e-4b8e-4f3e-9d0a-0f4b0e6a1c11"
//   The import whose end is the first state; empty for the state before the first import.
// :param to => "7c9e6679-7425-40de-944b-e07fc1f90ae7"
// :param account => ""
//   Empty for all accounts.
// :param limit => 1000
OPTIONAL MATCH (base:Import {id: $from})
MATCH (until:Import {id: $to})
MATCH (i:Import)
WHERE i.startedAt <= until.startedAt AND ($from = "" OR i.startedAt > base.startedAt)
MATCH (i)-[:RECORDED]->(c:Change)
WHERE $account IN ["", c.accountId]
WITH c ORDER BY c.at, CASE c.what WHEN "verdict" THEN 1 ELSE 0 END
WITH c.entityId AS entityId, collect(c) AS list
WITH entityId, last(list) AS latest, [c IN list WHERE c.what <> "verdict"] AS steps, [c IN list WHERE c.what = "verdict"] AS verdicts
WITH *, head(steps).what AS opened, last(steps).what AS closed,
  split(head(verdicts).details[0], " → ")[0] AS before, split(last(verdicts).details[-1], " → ")[1] AS after
WITH *, CASE
    WHEN opened = "added" AND closed = "removed" THEN null
    WHEN opened = "added" THEN "added"
    WHEN closed = "removed" THEN "removed"
    WHEN any(c IN steps WHERE c.what = "removed") THEN "replaced"
    WHEN size(steps) > 0 THEN "changed"
    WHEN before <> after THEN "verdict"
  END AS what
WHERE what IS NOT NULL
RETURN what, entityId, latest.entityKind AS entityKind, latest.name AS name, latest.accountId AS accountId,
  reduce(details = [], c IN steps | details + [d IN coalesce(c.details, []) WHERE NOT d IN details])
    + CASE WHEN before <> after AND NOT what IN ["added", "removed"] THEN [before + " → " + after] ELSE [] END AS details,
  latest.at AS at
ORDER BY accountId, entityKind, name, entityId
LIMIT $limit
