// title: Programs that sign with an active access key stop
// description: Programs that use the key fail at once, and so do temporary credentials that were got with it.
// severity: breaks
// applies: User
// evidence: access-keys of it | credential-report of it
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_manage.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)-[:HAS_CREDENTIAL]->(blocker:AccessKey {status: "Active"})
RETURN blocker.id AS blocker, it.id AS blocked
