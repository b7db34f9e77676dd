// title: Which entities of an account are written down as protected
// description: For the importer; which entities of an account are written down as protected.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(n:Role|InlinePolicy)
WHERE n.protection IS NOT NULL
RETURN n.id AS id, n.protection AS protection
