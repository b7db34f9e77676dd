// title: Remove relationships that nothing tells any more
// description: For the importer; remove relationships that nothing tells any more.
// :param ids => []
UNWIND $ids AS id
MATCH ()-[r]->()
WHERE elementId(r) = id
DELETE r
