// title: Write an import
// description: One node for each time that somebody imported.
// :param id => "2026-11-23T18:00:00Z"
// :param properties => {}
MERGE (i:Import {id: $id})
SET i += $properties
