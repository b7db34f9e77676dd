// title: The words of the graph
// description: Labels, relationship types and property names, for completion.
CALL () {
  CALL db.labels() YIELD label RETURN "label" AS what, label AS word
  UNION ALL
  CALL db.relationshipTypes() YIELD relationshipType RETURN "type" AS what, relationshipType AS word
  UNION ALL
  CALL db.propertyKeys() YIELD propertyKey RETURN "property" AS what, propertyKey AS word
}
RETURN what, word ORDER BY what, word
