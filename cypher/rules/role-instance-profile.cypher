// title: An instance profile blocks the role that it carries
// description: DeleteRole answers DeleteConflict while an instance profile carries the role.
// severity: blocks
// order: 19
// applies: Role
// evidence: roles of it
// step: aws iam remove-role-from-instance-profile --instance-profile-name {blocker.name} --role-name {it.name}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:Role)<-[:CARRIES]-(blocker:InstanceProfile)
WHERE NOT it:ServiceLinkedRole AND it.protection IS NULL
RETURN blocker.id AS blocker, it.id AS blocked
