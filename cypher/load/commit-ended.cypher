// title: Say that an account was committed
// description: In a transaction of its own. What an import that was killed left behind goes, too.
// :param accountId => "111122223333"
// :param import => "1b4e28ba-2fa1-11d2-883f-0016d3cca427"
MATCH (c:AccountCommit)
WHERE c.accountId = $accountId AND c.import = $import OR c.since < datetime() - duration("PT2M")
DELETE c
