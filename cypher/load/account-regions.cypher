// title: Write in which Regions something of an account was seen
// description: For the importer; a list of the account's Regions may be older, or narrowed down. Where a role or an access key was
//   used last counts as well: the account had that Region enabled.
// :param account => "arn:aws:iam::111122223333:root"
// :param regions => ["eu-west-1"]
//   Those of which evidence holds something.
MATCH (account:Account {id: $account})
WITH account, COLLECT {
  MATCH (account)-[:CONTAINS]->(used)
  WHERE used.lastUsedRegion =~ "[a-z]+(-[a-z]+)+-[0-9]+" // neither "global" nor "N/A"
  RETURN DISTINCT used.lastUsedRegion
} AS used
WITH account, COLLECT {
  UNWIND $regions + used AS region
  RETURN DISTINCT region ORDER BY region
} AS regions
WHERE account.seenRegions IS NULL OR account.seenRegions <> regions
SET account.seenRegions = regions
