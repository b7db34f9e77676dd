// title: Deletions of service-linked roles that AWS refused
// description: What AWS answered to DeleteServiceLinkedRole, with what still used the role. AWS may give neither
//   a reason nor a list, and its region may differ from that of the resources.
// :param limit => 1000
//   At most so many rows.
:param limit => 1000;

MATCH (task:DeletionTask {status: 'FAILED'})
OPTIONAL MATCH (task)-[:REPORTS_ON]->(role:ServiceLinkedRole)
RETURN role.name AS role, task.accountId AS accountId, task.reason AS reason, task.usage AS usage,
       task.observedAt AS observedAt, role.verdict AS verdict, role.id AS roleId, task.id AS id
ORDER BY observedAt DESC, id
LIMIT $limit;
