// title: A trust policy of the account could not be read
// description: Whom the role trusts is not known, so that it may be this one.
// severity: doubts
// about: impact
// applies: User, Role, ServiceLinkedRole, SamlProvider, OidcProvider
// evidence: roles
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})-[:CONTAINS]->(unread:Role)
WHERE "AssumeRolePolicyDocument" IN unread.incomplete
WITH account, collect(unread)[..2] AS unread
MATCH (account)-[:CONTAINS]->(it:User|Role|SamlProvider|OidcProvider)
WHERE any(role IN unread WHERE role <> it)
RETURN it.id AS blocked
