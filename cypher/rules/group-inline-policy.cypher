// title: An inline policy blocks its group
// description: DeleteGroup answers DeleteConflict while an inline policy is embedded.
// severity: blocks
// order: 15
// applies: Group
// evidence: groups of it
// step: aws iam delete-group-policy --group-name {it.name} --policy-name {blocker.name}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:Group)-[:EMBEDS]->(blocker:InlinePolicy)
RETURN blocker.id AS blocker, it.id AS blocked
