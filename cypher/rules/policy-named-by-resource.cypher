// title: A resource that attaches the policy or works with it no longer can
// description: Budget actions, profiles of IAM Roles Anywhere and others name a customer managed policy by its ARN, and IAM does not
//   count them. Blind spot: resources that were not imported, and those that name the policy otherwise.
// severity: breaks
// applies: CustomerManaged
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:CustomerManaged)<-[:USES]-(blocker:Resource)
WHERE blocker.absentSince IS NULL
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
UNION
MATCH (:Account {id: $account})-[:CONTAINS]->(blocker:Resource)-[:USES]->(it:CustomerManaged)
WHERE blocker.absentSince IS NULL
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
