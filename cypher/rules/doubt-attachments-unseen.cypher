// title: AWS counts more attachments than were seen
// description: The policy says that it is attached to, or bounds, more entities than the import holds: something that
//   blocks it was not seen.
// severity: doubts
// applies: CustomerManaged
// evidence: policies
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:CustomerManaged)
WHERE it.attachmentCount > COUNT { (it)<-[:ATTACHES]-() }
   OR it.permissionsBoundaryUsageCount > COUNT { (it)<-[:BOUNDED_BY]-() }
RETURN it.id AS blocked
