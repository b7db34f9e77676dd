// title: Pieces of evidence of an account
// description: One row for each key that was imported.
// :param accountId => "111122223333"
// :param keys => ["roles"]
UNWIND $keys AS key
MATCH (e:Evidence {accountId: $accountId, key: key})
RETURN e.key AS key, e.state AS state, e.detail AS detail, e.observedAt AS observedAt, e.source AS source
