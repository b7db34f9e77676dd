// title: Remove placeholders that nothing points at any more
// description: For the importer, after relationships were removed.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(n)
WHERE n.placeholder AND NOT EXISTS { (n)<-[in]-() WHERE NOT type(in) IN ["CONTAINS", "BLOCKS_DELETION_OF"] }
  AND coalesce(n.evidence, []) = []
DETACH DELETE n
