// title: The id of this access key is not known
// description: Only the credential report shows it; the list of the user names it.
// severity: doubts
// applies: AccessKey
// evidence: access-keys
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:AccessKey)
WHERE it.accessKeyId IS NULL
RETURN it.id AS blocked
