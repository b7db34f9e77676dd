// title: Pieces of evidence by id
// description: An id is the root ARN of an account, a space and the key of the evidence.
// :param ids => ["arn:aws:iam::111122223333:root roles"]
UNWIND $ids AS id
MATCH (e:Evidence {id: id})
RETURN e.key AS key, e.state AS state, e.detail AS detail, e.observedAt AS observedAt, e.source AS source
