// title: An inline policy of a role that IAM does not let anybody change
// description: IAM answers UnmodifiableEntity to every change of the role.
// severity: protects
// applies: InlinePolicy
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(role:Role)-[:EMBEDS]->(it:InlinePolicy)
WHERE role:ServiceLinkedRole OR role.id CONTAINS ":role/aws-reserved/"
RETURN it.id AS blocked, "Its role " + role.name + " can be looked at, never edited (UnmodifiableEntity); the policy goes with the role." AS protection
