// title: Write AWS managed policies
// description: They belong to no account; counts of one account are left out.
// :param rows => []
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:ManagedPolicy:AwsManaged, n.name = row.name, n.searchText = toLower(row.name), n.path = coalesce(row.properties.path, n.path),
    n.policyId = coalesce(row.properties.policyId, n.policyId),
    n.protection = "AWS owns it; nobody else can delete it."
WITH n, row
WHERE row.properties.updateDate IS NOT NULL AND (n.updateDate IS NULL OR n.updateDate <= row.properties.updateDate)
SET n.defaultVersionId = row.properties.defaultVersionId, n.createDate = row.properties.createDate,
    n.updateDate = row.properties.updateDate, n.isAttachable = row.properties.isAttachable
