// title: What hangs on one service
// description: The types of service-linked roles that it defines, its roles, who trusts it, its resources.
// :param id => "autoscaling.amazonaws.com"
// :param account => ""
//   Empty for all accounts.
// :param most => 100
//   At most so many items a list.
// :param counted => 1001
//   Counting the lists that can be very long stops here.
MATCH (s:Service {id: $id})
RETURN COLLECT {
    MATCH (s)-[:DEFINES]->(t:ServiceLinkedRoleType)
    RETURN t {.id, .name, .customSuffix, .deletableBy, .multiRegion, .confidence, .docUrl, .note, roles: COUNT { (t)<-[:INSTANCE_OF]-() },
      keepers: [(t)-[k:KEPT_BY]->(r) | {resourceType: r.name, condition: k.condition, cleanup: k.cleanup}]}
    ORDER BY t.name
  } AS roleTypes,
  {total: COUNT { (s)-[:OWNS]->(r) WHERE $account IN ["", r.accountId] }, items: COLLECT {
    MATCH (s)-[:OWNS]->(r) WHERE $account IN ["", r.accountId]
    RETURN r {.id, .name, .accountId, .verdict, labels: labels(r)} LIMIT $most
  }} AS owned,
  {total: COUNT { MATCH (s)<-[:TRUSTS]-(r:Role) WHERE $account IN ["", r.accountId] AND NOT (s)-[:OWNS]->(r) RETURN r LIMIT $counted },
   items: COLLECT {
    MATCH (s)<-[:TRUSTS]-(r:Role) WHERE $account IN ["", r.accountId] AND NOT (s)-[:OWNS]->(r)
    RETURN DISTINCT r {.id, .name, .accountId, .verdict, labels: labels(r)} LIMIT $most
  }} AS trustedBy,
  {total: COUNT { MATCH (s)<-[:BELONGS_TO]-(r) WHERE $account IN ["", r.accountId] RETURN r LIMIT $counted }, items: COLLECT {
    MATCH (s)<-[:BELONGS_TO]-(r) WHERE $account IN ["", r.accountId]
    RETURN r {.id, .name, .accountId, .verdict, labels: labels(r)} LIMIT $most
  }} AS resources
