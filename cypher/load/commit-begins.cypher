// title: Say that an account is about to be committed
// description: In a transaction of its own. Neo4j makes the records of a transaction visible one after the other; who reads an
//   account meanwhile is told by this that it may see a mixture.
// :param accountId => "111122223333"
// :param import => "1b4e28ba-2fa1-11d2-883f-0016d3cca427"
MERGE (c:AccountCommit {accountId: $accountId, import: $import})
SET c.since = datetime()
