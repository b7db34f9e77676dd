// title: The credential report describes an earlier user of this name
// description: The report was made before this user was created: its row tells of a user of the same name that is gone.
// severity: doubts
// applies: User
// evidence: credential-report
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:User)
WHERE duration.inSeconds(it.reportUserCreationTime, it.createDate).seconds <> 0
RETURN it.id AS blocked
