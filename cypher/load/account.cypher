// title: Write an account
// description: Its id is its root ARN, which is what trust policies name.
// :param account => "arn:aws:iam::111122223333:root"
// :param accountId => "111122223333"
// :param properties => {}
MERGE (n:Entity {id: $account})
SET n:Principal:Account, n.accountId = $accountId, n += $properties, n.name = coalesce($properties.name, n.name, $accountId)
SET n.searchText = toLower(n.name)
REMOVE n:ExternalPrincipal, n.placeholder, n.principalType
