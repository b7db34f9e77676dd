// title: Give nodes of an older graph the text that searches look in
// description: Format 2 brought `searchText`. Some nodes at a time, until none is left; the row says how many it were.
MATCH (n:Entity)
WHERE n.searchText IS NULL
WITH n LIMIT 10000
SET n.searchText = toLower(coalesce(n.name, n.id) + coalesce(" " + coalesce(n.userId, n.roleId, n.groupId), ""))
RETURN count(n) AS nodes
