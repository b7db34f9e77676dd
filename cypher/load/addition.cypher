// title: Add to a node what further evidence tells
// description: For evidence that is not the main one of its kind: the credential report about a user, tags of a policy.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
ON CREATE SET n.name = row.name, n.searchText = toLower(row.name), n.accountId = account.accountId, n.placeholder = true
SET n += row.properties, n.evidence = row.evidence, n.fingerprints = row.fingerprints
REMOVE n:ExternalPrincipal, n.principalType
FOREACH (_ IN CASE WHEN n = account THEN [] ELSE [1] END | MERGE (account)-[:CONTAINS]->(n))
