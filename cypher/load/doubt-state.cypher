// title: Which entities of an account are written down as doubtful
// description: For the importer; which entities of an account are written down as doubtful.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(n)
WHERE n.doubts IS NOT NULL
RETURN n.id AS id, n.doubts AS doubts
