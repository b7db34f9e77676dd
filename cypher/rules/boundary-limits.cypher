// title: What a policy bounds may do more once the boundary is gone
// description: The boundary has to be taken from its users and roles before the policy can be deleted; each may then do
//   all that its policies allow.
// severity: breaks
// applies: CustomerManaged
// evidence: users
// evidence: roles
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:CustomerManaged)<-[:BOUNDED_BY]-(blocker:User|Role)
RETURN blocker.id AS blocker, it.id AS blocked
