// title: Take an account to judge it again
// description: No row where another process was faster, or imports it. Who comes next waits for the lock that this takes.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (n:Account {id: $account})
SET n.judgedUntil = n.judgedUntil
WITH n
WHERE n.judgedUntil <= datetime() AND n.derivedWith IS NOT NULL
RETURN n.id AS account
