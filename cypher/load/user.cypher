// title: Write users
// description: Properties that a newer export no longer holds are removed. `evidence` names what tells the node, `fingerprints` what each told.
// :param account => "arn:aws:iam::111122223333:root"
// :param rows => []
MATCH (account:Account {id: $account})
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:Principal:User,
    // account authorization details do not tell it; what other answers told of the same user stays true
    n.signedInAt = coalesce(row.properties.passwordLastUsed, CASE WHEN n.userId = row.properties.userId THEN n.signedInAt END),
    n.name = row.name,
    n.searchText = toLower(row.name + coalesce(" " + row.properties.userId, "")),
    n.accountId = account.accountId,
    n.userId = row.properties.userId,
    n.path = row.properties.path,
    n.createDate = row.properties.createDate,
    n.incomplete = row.properties.incomplete,
    n.evidence = row.evidence,
    n.fingerprints = row.fingerprints
REMOVE n:ExternalPrincipal, n.placeholder, n.principalType, n.danglingId
MERGE (account)-[:CONTAINS]->(n)
