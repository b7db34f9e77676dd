// title: Write evidence
// description: One node for each piece of evidence of an account; a newer import of the same key replaces it.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (e:Evidence {accountId: account.accountId, key: row.key})
SET e = row, e.accountId = account.accountId
MERGE (account)-[:HAS_EVIDENCE]->(e)
