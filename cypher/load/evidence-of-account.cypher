// title: All evidence of an account
// description: For the importer, which judges every identity of the account at once.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:HAS_EVIDENCE]->(e:Evidence)
RETURN e.key AS key, e.state AS state, e.detail AS detail, e.observedAt AS observedAt, e.source AS source
