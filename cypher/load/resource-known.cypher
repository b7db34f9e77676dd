// title: Which of some resources the graph holds
// description: For the importer: what an older search shows adds to those, and does not say what they are like.
// :param ids => []
UNWIND $ids AS id
MATCH (r:Entity {id: id})
WHERE r:Resource
RETURN r.id AS id
