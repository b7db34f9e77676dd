// title: An attached managed policy blocks its role
// description: DeleteRole answers DeleteConflict while a managed policy is attached.
// severity: blocks
// order: 18
// applies: Role
// evidence: roles of it
// step: aws iam detach-role-policy --role-name {it.name} --policy-arn {blocker.id}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:Role)-[:ATTACHES]->(blocker:ManagedPolicy)
WHERE NOT it:ServiceLinkedRole AND it.protection IS NULL
RETURN blocker.id AS blocker, it.id AS blocked
