// title: How many entities there are of each sort
// description: One row for each account, kind, verdict and impact; reads every entity, so ask once an import.
MATCH (n:Entity)
WITH labels(n) AS labels, n.accountId AS accountId, n.verdict AS verdict, n.impact AS impact, count(*) AS count
RETURN accountId, labels, labels AS every, verdict, impact, count
