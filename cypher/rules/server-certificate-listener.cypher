// title: A load balancer that serves with it blocks a server certificate
// description: DeleteServerCertificate answers DeleteConflict while a listener uses the certificate, as its default or
//   as one of several by server name (describe-listeners shows the default alone). CloudFront names certificates
//   by their unique id; whether it refuses too is not documented, so that its distributions count as well.
// severity: blocks
// applies: ServerCertificate
// evidence: server-certificates of it
// evidence: resource-inventory AWS::ElasticLoadBalancing::LoadBalancer
// evidence: resource-inventory AWS::ElasticLoadBalancingV2::LoadBalancer
// evidence: resource-inventory AWS::ElasticLoadBalancingV2::Listener
// evidence: resource-inventory AWS::ElasticLoadBalancingV2::ListenerCertificate
// evidence: resource-inventory AWS::CloudFront::Distribution
// byhand: aws elbv2 modify-listener --listener-arn LISTENER --certificates CertificateArn=ANOTHER
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServerCertificate.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:ServerCertificate)<-[:USES]-(blocker:Resource)
WHERE blocker.absentSince IS NULL
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
