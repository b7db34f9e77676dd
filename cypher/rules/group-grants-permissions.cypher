// title: Members lose what the group allows them
// description: The members of a group lose the permissions of its policies.
// severity: breaks
// applies: Group
// evidence: users
// evidence: groups of it
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups_manage_delete.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:Group)<-[:MEMBER_OF]-(blocker:User)
WHERE EXISTS { (it)-[:ATTACHES|EMBEDS]->() }
RETURN blocker.id AS blocker, it.id AS blocked
