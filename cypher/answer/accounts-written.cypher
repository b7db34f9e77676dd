// title: When the accounts of some identities were written
// description: One row for each account. An import that commits an account says so before, and takes it back after; what is older
//   than two minutes was left behind by one that was killed.
// :param ids => ["arn:aws:iam::111122223333:role/checkout-api"]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WITH DISTINCT n.accountId AS accountId
OPTIONAL MATCH (account:Account {accountId: accountId})
RETURN accountId, account.importedAt AS importedAt,
  EXISTS { MATCH (c:AccountCommit {accountId: accountId}) WHERE c.since > datetime() - duration("PT2M") } AS committing
ORDER BY accountId
