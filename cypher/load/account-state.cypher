// title: What the graph holds of an account
// description: One row a node, the account itself included: which evidence tells it, and what each told.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS*0..1]->(n)
RETURN n.id AS id, n.name AS name, [label IN labels(n) WHERE label <> "Entity"] AS labels,
  coalesce(n.evidence, []) AS evidence, coalesce(n.fingerprints, []) AS fingerprints, coalesce(n.placeholder, false) AS placeholder
