// title: An inline policy blocks its role
// description: DeleteRole answers DeleteConflict while an inline policy is embedded.
// severity: blocks
// order: 17
// applies: Role
// evidence: roles of it
// step: aws iam delete-role-policy --role-name {it.name} --policy-name {blocker.name}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:Role)-[:EMBEDS]->(blocker:InlinePolicy)
WHERE NOT it:ServiceLinkedRole AND it.protection IS NULL
RETURN blocker.id AS blocker, it.id AS blocked
