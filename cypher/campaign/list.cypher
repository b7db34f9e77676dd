// title: Clean-up campaigns and how far they are
// description: gone: what was selected is not in the graph any more, because an import showed that; cameBack: it was gone
//   once, or was made anew under its old name, since the campaign began.
// :param name => ""
//   Empty for all.
MATCH (c:Campaign)
WHERE $name IN ["", c.name]
CALL (c) {
  UNWIND c.ids AS id
  OPTIONAL MATCH (n:Entity {id: id})
  WITH c, id, n IS NOT NULL AND n.placeholder IS NULL AND NOT n:ExternalPrincipal AS there
  RETURN count(CASE WHEN NOT there THEN 1 END) AS gone, count(CASE WHEN there AND EXISTS {
    MATCH (change:Change {entityId: id})
    WHERE change.at > c.createdAt
      AND (change.what = "removed" OR any(d IN change.details WHERE d STARTS WITH "roleId: " OR d STARTS WITH "userId: "))
  } THEN 1 END) AS cameBack
}
RETURN c.name AS name, c.selection AS selection, c.createdAt AS createdAt, size(c.ids) AS members,
  size(c.ids) - gone - cameBack AS planned, gone, cameBack
ORDER BY createdAt DESC, name
