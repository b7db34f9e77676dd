// title: Write which evidence still tells a relationship
// description: For the importer; write which evidence still tells a relationship.
// :param rows => []
UNWIND $rows AS row
MATCH ()-[r]->()
WHERE elementId(r) = row.elementId
SET r.evidence = row.evidence
