// title: Service-linked roles by the service that owns them
// description: The owner stands in the role's ARN path and is kept apart from whom the role trusts. A type is
//   missing where the catalogue knows none.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (service:Service)-[:OWNS]->(role:ServiceLinkedRole)
WHERE $accountId IN ['', role.accountId]
OPTIONAL MATCH (role)-[:INSTANCE_OF]->(type:ServiceLinkedRoleType)
RETURN service.id AS service, service.name AS serviceName, role.name AS role, role.accountId AS accountId,
       type.name AS type, type.deletableBy AS deletableBy, role.verdict AS verdict, role.lastUsedDate AS lastUsed,
       role.id AS id
ORDER BY service, accountId, id
LIMIT $limit;
