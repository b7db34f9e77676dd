// title: Write versions of AWS managed policies
// description: The version that an account shows is the default one at that time.
// :param rows => []
UNWIND $rows AS row
MERGE (policy:Entity {id: row.properties.policy})
MERGE (n:Entity {id: row.id})
ON CREATE SET n:PolicyVersion, n.name = row.name, n.searchText = toLower(row.name), n.versionId = row.properties.versionId,
    n.createDate = row.properties.createDate, n.document = row.properties.document,
    n.protection = "AWS owns the policy; nobody else can delete its versions."
SET n.isDefaultVersion = row.properties.isDefaultVersion
MERGE (policy)-[:HAS_VERSION]->(n)
