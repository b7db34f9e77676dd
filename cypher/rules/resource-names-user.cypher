// title: A resource whose policy names the user keeps a dead principal
// description: Policies of buckets, keys and other resources that name the user show its unique id afterwards, and some
//   cannot be edited before that is removed. Blind spot: policies of other resources (functions, repositories, vaults,
//   file systems …), and those of accounts that were never imported.
// severity: breaks
// applies: User
// evidence: resource-inventory AWS::S3::BucketPolicy
// evidence: resource-inventory AWS::KMS::Key
// evidence: resource-inventory AWS::SQS::QueuePolicy
// evidence: resource-inventory AWS::SNS::TopicPolicy
// evidence: resource-inventory AWS::SecretsManager::ResourcePolicy
// evidence: resource-inventory AWS::EKS::AccessEntry
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)<-[:USES]-(blocker:Resource)
WHERE blocker.absentSince IS NULL
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
UNION
MATCH (:Account {id: $account})-[:CONTAINS]->(blocker:Resource)-[:USES]->(it:User)
WHERE blocker.absentSince IS NULL
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
