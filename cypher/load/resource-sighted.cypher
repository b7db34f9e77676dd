// title: Write when resources were shown last by what shows some and not all
// description: A list that is newer, and lacks one of them, says that it is gone.
// :param rows => []
UNWIND $rows AS row
MATCH (r:Entity {id: row.id})
WHERE r.sightedAt IS NULL OR r.sightedAt < row.at
SET r.sightedAt = row.at
