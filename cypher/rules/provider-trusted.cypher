// title: A role that trusts an identity provider loses it
// description: IAM lets the provider go; nobody can assume the role through it any more. A role that trusts anyone may be assumed
//   through every provider of the account, where its action is that of the provider.
// severity: breaks
// applies: SamlProvider, OidcProvider
// evidence: roles
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSAMLProvider.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:SamlProvider|OidcProvider)<-[trust:TRUSTS]-(blocker:Role)
WHERE trust.effect = "Allow"
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
UNION
MATCH (account:Account {id: $account})-[:CONTAINS]->(blocker:Role)-[trust:TRUSTS]->(:AnyPrincipal)
WHERE trust.effect = "Allow"
MATCH (account)-[:CONTAINS]->(it:SamlProvider|OidcProvider)
WITH blocker, trust, it, CASE WHEN it:SamlProvider THEN "sts:assumerolewithsaml" ELSE "sts:assumerolewithwebidentity" END AS call
WHERE any(action IN trust.actions WHERE call =~ replace(replace("\\Q" + replace(toLower(action), "\\", "") + "\\E", "*", "\\E.{0,}\\Q"), "?", "\\E.\\Q"))
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
