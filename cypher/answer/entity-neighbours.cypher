// title: Who has to do with one entity
// description: Lists that can be long, each with its total and its first items in no order.
// :param id => "arn:aws:iam::111122223333:role/checkout-api"
// :param most => 100
//   At most so many items a list.
MATCH (n:Entity {id: $id})
RETURN
  {total: COUNT { (n)-[:TRUSTS]->() }, items: COLLECT { MATCH (n)-[t:TRUSTS]->(m)
    RETURN t {.*, with: m {.id, .name, .accountId, .verdict, labels: labels(m)}} LIMIT $most }} AS trusts,
  {total: COUNT { (n)<-[:TRUSTS]-() }, items: COLLECT { MATCH (n)<-[t:TRUSTS]-(m)
    RETURN t {.*, with: m {.id, .name, .accountId, .verdict, labels: labels(m)}} LIMIT $most }} AS trustedBy,
  {total: COUNT { (n)-[:ATTACHES]->() }, items: COLLECT { MATCH (n)-[:ATTACHES]->(m)
    RETURN m {.id, .name, .accountId, .verdict, labels: labels(m)} LIMIT $most }} AS attached,
  {total: COUNT { (n)<-[:ATTACHES]-() }, items: COLLECT { MATCH (n)<-[:ATTACHES]-(m)
    RETURN m {.id, .name, .accountId, .verdict, labels: labels(m)} LIMIT $most }} AS attachedTo,
  {total: COUNT { (n)<-[:BOUNDED_BY]-() }, items: COLLECT { MATCH (n)<-[:BOUNDED_BY]-(m)
    RETURN m {.id, .name, .accountId, .verdict, labels: labels(m)} LIMIT $most }} AS boundaryOf,
  {total: COUNT { (n)-[:MEMBER_OF]->() }, items: COLLECT { MATCH (n)-[:MEMBER_OF]->(m)
    RETURN m {.id, .name, .accountId, .verdict, labels: labels(m)} LIMIT $most }} AS groups,
  {total: COUNT { (n)<-[:MEMBER_OF]-() }, items: COLLECT { MATCH (n)<-[:MEMBER_OF]-(m)
    RETURN m {.id, .name, .accountId, .verdict, labels: labels(m)} LIMIT $most }} AS members,
  {total: COUNT { (n)<-[:CARRIES]-() }, items: COLLECT { MATCH (n)<-[:CARRIES]-(m)
    RETURN m {.id, .name, .accountId, .verdict, labels: labels(m)} LIMIT $most }} AS instanceProfiles,
  {total: COUNT { (n)-[:CARRIES]->() }, items: COLLECT { MATCH (n)-[:CARRIES]->(m)
    RETURN m {.id, .name, .accountId, .verdict, labels: labels(m)} LIMIT $most }} AS roles,
  {total: COUNT { (n)-[:USES|BELONGS_TO]->() }, items: COLLECT { MATCH (n)-[:USES|BELONGS_TO]->(m)
    RETURN m {.id, .name, .accountId, .verdict, labels: labels(m)} LIMIT $most }} AS uses,
  {total: COUNT { MATCH (n:Resource)-[:BLOCKS_DELETION_OF]->(m) RETURN DISTINCT m }, items: COLLECT { MATCH (n:Resource)-[:BLOCKS_DELETION_OF]->(m)
    RETURN DISTINCT m {.id, .name, .accountId, .verdict, labels: labels(m)} LIMIT $most }} AS blocks,
  {total: COUNT { (n)<-[:USES|BELONGS_TO]-() }, items: COLLECT { MATCH (n)<-[:USES|BELONGS_TO]-(m)
    RETURN m {.id, .name, .accountId, .verdict, labels: labels(m)} LIMIT $most }} AS resources
