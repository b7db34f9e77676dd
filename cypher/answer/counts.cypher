// title: How many entities there are of each sort
// description: One row for each account, kind, verdict and impact; reads every entity, so ask once an import.
MATCH (n:Entity)
RETURN n.accountId AS accountId, labels(n) AS labels, labels(n) AS every, n.verdict AS verdict, n.impact AS impact, count(*) AS count
