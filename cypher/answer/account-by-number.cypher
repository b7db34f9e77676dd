// title: An account by its number
// description: For the importer: files without an ARN do not tell the account's partition.
// :param accountId => "111122223333"
MATCH (a:Account {accountId: $accountId})-[:HAS_EVIDENCE]->()
RETURN a.id AS id
LIMIT 1
