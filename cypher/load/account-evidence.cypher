// title: Which evidence the graph holds of an account
// description: For the importer; everything but the ids, so that rows compare with what is to be written.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:HAS_EVIDENCE]->(e:Evidence)
RETURN e.key AS key, e {.*, accountId: null, userId: null} AS properties
