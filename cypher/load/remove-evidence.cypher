// title: Remove evidence about entities that are gone
// description: For the importer; remove evidence about entities that are gone.
// :param account => "arn:aws:iam::111122223333:root"
// :param keys => []
MATCH (account:Account {id: $account})
UNWIND $keys AS key
MATCH (e:Evidence {accountId: account.accountId, key: key})
DETACH DELETE e
