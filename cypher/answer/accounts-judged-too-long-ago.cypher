// title: Accounts of which evidence has become too old since they were judged
// description: What it proved, it proves no longer, so their verdicts have to be drawn again.
MATCH (n:Account)
WHERE n.judgedUntil <= datetime() AND n.derivedWith IS NOT NULL
RETURN n.id AS account
