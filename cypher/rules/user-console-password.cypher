// title: A person with a console password loses access
// description: Whoever signs in with the password is locked out.
// severity: breaks
// applies: User
// evidence: login-profile of it | credential-report of it
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_manage.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:HAS_CREDENTIAL]->(blocker:LoginProfile)
RETURN blocker.id AS blocker, it.id AS blocked
