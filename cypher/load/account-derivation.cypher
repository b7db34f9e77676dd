// title: Write which rules and catalogue an account was judged with, and when
// description: For the importer; write which rules and catalogue an account was judged with.
// :param account => "arn:aws:iam::111122223333:root"
// :param version => "0"
// :param at => null
//   When this was.
MATCH (n:Account {id: $account})
SET n.derivedWith = $version, n.importedAt = $at
