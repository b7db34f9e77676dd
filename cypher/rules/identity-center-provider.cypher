// title: IAM Identity Center signs in through this provider
// description: Console sign-in through IAM Identity Center fails in this account without the provider that it made.
// severity: breaks
// applies: SamlProvider
// source: https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:SamlProvider)
WHERE it.name STARTS WITH "AWSSSO_" AND it.name ENDS WITH "_DO_NOT_DELETE"
MATCH (blocker:Entity:Service {id: "sso.amazonaws.com"})
RETURN blocker.id AS blocker, it.id AS blocked
