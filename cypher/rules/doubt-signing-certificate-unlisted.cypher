// title: The id of this signing certificate is not known
// description: Only the credential report shows it; the list of the user names it.
// severity: doubts
// applies: SigningCertificate
// evidence: signing-certificates
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:SigningCertificate)
WHERE it.certificateId IS NULL
RETURN it.id AS blocked
