// title: The export lacks a part of the record
// description: AWS always prints these parts; without them nobody knows what they held.
// severity: doubts
// applies: User, Group, Role, CustomerManaged, InstanceProfile
// evidence: users
// evidence: groups
// evidence: roles
// evidence: policies
// evidence: instance-profiles
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User|Group|Role|CustomerManaged|InstanceProfile)
WHERE any(part IN it.incomplete WHERE NOT part IN ["AssumeRolePolicyDocument", "RoleLastUsed"])
RETURN it.id AS blocked
