// title: Write how long the verdicts on an account hold
// description: Until then none of the evidence that counted becomes too old.
// :param account => "arn:aws:iam::111122223333:root"
// :param until => null
MATCH (n:Account {id: $account})
SET n.judgedUntil = $until
