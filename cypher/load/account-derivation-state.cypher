// title: Which rules and catalogue an account was judged with
// description: For the importer; which rules and catalogue an account was judged with.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (n:Account {id: $account})
RETURN n.derivedWith AS version
