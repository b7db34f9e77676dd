// title: An identity by the unique id that IAM made
// description: Policies and AWS Config name users and roles so. The text index of the search finds it.
// :param uniqueId => "AROAEXAMPLEID"
// :param account => "111122223333"
MATCH (n:Entity)
WHERE n.searchText CONTAINS toLower($uniqueId) AND n.accountId = $account AND $uniqueId IN [n.userId, n.roleId]
RETURN n.id AS id, labels(n) AS labels, n.accountId AS accountId
LIMIT 1
