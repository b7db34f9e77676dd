// title: Write which rules and catalogue an account was judged with, and when
// description: For the importer; empty before it writes an account in several transactions.
// :param account => "arn:aws:iam::111122223333:root"
// :param version => "0"
// :param at => null
//   When this was.
// :param until => null
//   When some of the evidence that counted becomes too old.
MATCH (n:Account {id: $account})
SET n.derivedWith = $version, n.importedAt = $at, n.judgedUntil = $until
