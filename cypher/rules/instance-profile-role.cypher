// title: The role that it carries blocks an instance profile
// description: DeleteInstanceProfile answers DeleteConflict while the profile carries a role.
// severity: blocks
// order: 26
// applies: InstanceProfile
// evidence: instance-profiles of it | roles of it
// step: aws iam remove-role-from-instance-profile --instance-profile-name {it.name} --role-name {blocker.name}
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteInstanceProfile.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:InstanceProfile)-[:CARRIES]->(blocker:Role|ExternalPrincipal)
RETURN blocker.id AS blocker, it.id AS blocked
