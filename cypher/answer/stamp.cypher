// title: What tells whether the graph changed
// description: One row: the newest import, the version of the catalogue, and a sum that differs after every account written.
OPTIONAL MATCH (i:Import)
WITH i ORDER BY i.startedAt DESC, i.id LIMIT 1
OPTIONAL MATCH (c:Catalogue)
WITH i {.id, .state, .startedAt, .finishedAt} AS import, c.version AS catalogue
OPTIONAL MATCH (a:Account)
RETURN import, catalogue, count(a) AS accounts, coalesce(sum(a.importedAt.epochMillis), 0) + coalesce(sum(a.judgedUntil.epochMillis), 0) AS written
