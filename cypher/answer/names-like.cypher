// title: Names that start alike
// description: For somebody who mistyped a name: those of identities that start with the same letters, whatever their case.
// :param start => "checkout"
//   In lower case.
MATCH (n:Entity)
WHERE n.searchText STARTS WITH $start AND n.accountId IS NOT NULL AND NOT n:ExternalPrincipal AND NOT n:Account
  AND NOT n:Resource AND NOT n:DeletionTask
RETURN DISTINCT n.name AS name
ORDER BY size(name), name
LIMIT 5
