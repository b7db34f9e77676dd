// title: What a policy is attached to loses its permissions
// description: The users, groups and roles that the policy is attached to lose what it allows, or gain what it denies.
// severity: breaks
// applies: CustomerManaged
// evidence: users
// evidence: groups
// evidence: roles
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:CustomerManaged)<-[:ATTACHES]-(blocker:User|Group|Role)
RETURN blocker.id AS blocker, it.id AS blocked
