// title: Write login profiles (console passwords)
// description: Properties that a newer export no longer holds are removed. `evidence` names what tells the node, `fingerprints` what each told.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:Credential:LoginProfile,
    n.name = row.name,
    n.searchText = toLower(row.name),
    n.accountId = account.accountId,
    n.createDate = row.properties.createDate,
    n.passwordResetRequired = row.properties.passwordResetRequired,
    n.passwordLastUsed = row.properties.passwordLastUsed,
    n.passwordLastChanged = row.properties.passwordLastChanged,
    n.evidence = row.evidence,
    n.fingerprints = row.fingerprints
REMOVE n:ExternalPrincipal, n.placeholder, n.principalType, n.danglingId
MERGE (account)-[:CONTAINS]->(n)
