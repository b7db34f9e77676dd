// title: Who owns an identity, and how that is known
// description: For a service-linked role the service of its ARN path; else the services that its trust policy names.
// :param id => "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"
MATCH (n:Entity {id: $id})
OPTIONAL MATCH (owner:Service)-[:OWNS]->(n)
OPTIONAL MATCH (n)-[:INSTANCE_OF]->(type:ServiceLinkedRoleType)
RETURN n.id AS id, n.name AS name, labels(n) AS labels, n.accountId AS accountId, n.path AS path, n.customSuffix AS customSuffix,
  owner {.id, .name, .docUrl, .slrDocUrl} AS owner,
  type {.name, .docUrl, .deletableBy, .note} AS type,
  [(n)-[t:TRUSTS]->(s:Service) WHERE t.effect = "Allow" | {id: s.id, name: s.name}] AS trustedServices,
  n.protection AS protection
