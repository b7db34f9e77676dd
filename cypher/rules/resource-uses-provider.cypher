// title: A resource that signs people or pods in through the provider stops doing so
// description: Cognito identity pools, Client VPN endpoints and EKS clusters can use the provider beside the roles that
//   trust it.
// severity: breaks
// applies: SamlProvider, OidcProvider
// evidence: resource-inventory AWS::Cognito::IdentityPool
// evidence: resource-inventory AWS::EC2::ClientVpnEndpoint
// evidence: resource-inventory AWS::EKS::Cluster
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteOpenIDConnectProvider.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:SamlProvider|OidcProvider)<-[:USES]-(blocker:Resource)
WHERE blocker.absentSince IS NULL
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
