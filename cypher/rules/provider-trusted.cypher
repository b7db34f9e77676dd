// title: A role that trusts an identity provider loses it
// description: IAM lets the provider go; nobody can assume the role through it any more.
// severity: breaks
// applies: SamlProvider, OidcProvider
// evidence: roles
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSAMLProvider.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:SamlProvider|OidcProvider)<-[trust:TRUSTS]-(blocker:Role)
WHERE trust.effect = "Allow"
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
