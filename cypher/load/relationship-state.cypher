// title: What the graph holds of the relationships of some nodes
// description: Only those that evidence tells; one without `evidence` is told by what decides about its start.
// :param ids => []
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r:ATTACHES|BELONGS_TO|BOUNDED_BY|CARRIES|EMBEDS|HAS_CREDENTIAL|HAS_VERSION|MEMBER_OF|PARENT_OF|REPORTS_ON|TAGGED|TRUSTS|USES]->(to)
RETURN id AS from, labels(n) AS labels, type(r) AS type, to.id AS to, properties(r) AS properties, elementId(r) AS elementId
