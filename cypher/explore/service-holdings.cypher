// title: What a service holds across accounts
// description: The service-linked roles that a service owns, the other roles that let it in, and the resources
//   that belong to it or that AWS named as using its role, in all imported accounts.
// :param service => 'autoscaling.amazonaws.com'
//   The service's principal.
// :param limit => 1000
//   At most so many rows.
:param service => 'autoscaling.amazonaws.com';
:param limit => 1000;

MATCH (service:Entity:Service {id: $service})
CALL (service) {
  MATCH (service)-[:OWNS]->(held:ServiceLinkedRole)
  RETURN 'owns the service-linked role' AS how, held
  UNION
  MATCH (service)<-[:TRUSTS {effect: 'Allow'}]-(held:Role)
  WHERE NOT held:ServiceLinkedRole
  RETURN 'is trusted by the role' AS how, held
  UNION
  MATCH (service)<-[:BELONGS_TO]-(held:Resource)
  RETURN 'has the resource' AS how, held
  UNION
  MATCH (service)-[:OWNS]->(:ServiceLinkedRole)<-[:USES]-(held:Resource)
  WHERE NOT EXISTS { (held)-[:BELONGS_TO]->(service) }
  RETURN 'keeps its service-linked role in use for' AS how, held
}
RETURN service.id AS service, how, held.name AS name, held.accountId AS accountId, held.resourceType AS resourceType,
       held.region AS region, held.verdict AS verdict, held.id AS id
ORDER BY how, accountId, id
LIMIT $limit;
