// title: Write in which Regions something of an account was seen
// description: For the importer; a list of the account's Regions may be older, or narrowed down.
// :param account => "arn:aws:iam::111122223333:root"
// :param regions => ["eu-west-1"]
MATCH (account:Account {id: $account})
WHERE account.seenRegions IS NULL OR account.seenRegions <> $regions
SET account.seenRegions = $regions
