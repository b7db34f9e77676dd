// title: An instance profile that carries the role leaves its instances without credentials
// description: Whatever was started with the instance profile loses its credentials when the role goes.
// severity: breaks
// applies: Role
// evidence: roles of it
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:Role)<-[:CARRIES]-(blocker:InstanceProfile)
WHERE NOT it:ServiceLinkedRole
RETURN blocker.id AS blocker, it.id AS blocked
