// title: What embeds an inline policy loses its permissions
// description: The user, group or role that embeds the policy loses what it allows, or gains what it denies.
// severity: breaks
// applies: InlinePolicy
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(blocker:User|Group|Role)-[:EMBEDS]->(it:InlinePolicy)
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
