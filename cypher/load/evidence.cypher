// title: Write evidence
// description: One node for each piece of evidence of an account; a newer import of the same key replaces it.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (e:Evidence {id: account.id + " " + row.key})
SET e = row, e.id = account.id + " " + row.key, e.accountId = account.accountId
MERGE (account)-[:HAS_EVIDENCE]->(e)
