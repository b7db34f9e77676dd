// title: The user signed in with a password after there was none
// description: IAM answered that the user has no password, and a newer answer says that one was used since: it was made in between.
// severity: doubts
// applies: User
// evidence: login-profile
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_User.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})-[:CONTAINS]->(it:User)
WHERE it.signedInAt IS NOT NULL
MATCH (none:Evidence {accountId: account.accountId, key: "login-profile:" + it.id})
WHERE none.observedAt < it.signedInAt
RETURN it.id AS blocked
