// title: All about one entity
// description: Its own facts, and what it holds alone: tags, credentials, inline policies, versions, evidence.
// :param id => "arn:aws:iam::111122223333:role/checkout-api"
MATCH (n:Entity {id: $id})
RETURN n.id AS id, labels(n) AS labels, labels(n) AS every, coalesce(n.name, n.id) AS name, n.accountId AS accountId,
  n.verdict AS verdict, n.impact AS impact, n.provenAt AS provenAt, n.protection AS protection,
  coalesce(n.placeholder, false) AS placeholder, coalesce(n.incomplete, []) AS incomplete, properties(n) AS properties,
  head(COLLECT { MATCH (n)-[:INSTANCE_OF]->(t:ServiceLinkedRoleType)
    RETURN t {.id, .name, .customSuffix, .deletableBy, .multiRegion, .confidence, .docUrl, .note,
      keepers: [(t)-[k:KEPT_BY]->(r) | {resourceType: r.name, condition: k.condition, cleanup: k.cleanup}]} }) AS type,
  head([(h)-[:HAS_CREDENTIAL|EMBEDS|HAS_VERSION]->(n) | h {.id, .name, .accountId, .verdict, labels: labels(h)}]) AS holder,
  head([(n)-[:BOUNDED_BY]->(p) | p {.id, .name, .accountId, .verdict, labels: labels(p)}]) AS boundary,
  COLLECT { MATCH (n)-[:EMBEDS]->(p) RETURN p {.id, .name, .document} ORDER BY p.name } AS inline,
  COLLECT { MATCH (n)-[:HAS_VERSION]->(v) RETURN v {.id, versionId: coalesce(v.versionId, v.name), isDefaultVersion: coalesce(v.isDefaultVersion, false), .createDate, .document}
    ORDER BY v.createDate DESC, v.id } AS versions,
  COLLECT { MATCH (n)-[:HAS_CREDENTIAL]->(c) RETURN c {.id, .name, .status, .createDate, lastUsed: coalesce(c.lastUsedDate, c.passwordLastUsed),
    labels: labels(c), properties: properties(c)} ORDER BY c.id } AS credentials,
  COLLECT { MATCH (n)-[:TAGGED]->(t:Tag) RETURN t {.id, .key, .value} ORDER BY t.key } AS tags,
  COLLECT { UNWIND coalesce(n.evidence, []) AS key MATCH (e:Evidence {accountId: n.accountId, key: key})
    RETURN e {.key, .kind, .state, .observedAt, source: coalesce(e.source, ""), detail: coalesce(e.detail, "")} ORDER BY key } AS evidence
