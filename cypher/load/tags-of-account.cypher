// title: Write the tags that an organization gives its accounts
// description: They are told by the management account and not by the account itself, so that its own imports leave them.
// :param rows => []
UNWIND $rows AS row
MATCH (account:Entity {id: row.id})
CALL (account, row) {
  MATCH (account)-[old:TAGGED {toldBy: "organization"}]->(tag:Tag)
  WHERE NOT tag.id IN row.properties.tags
  DELETE old
}
UNWIND row.properties.tags AS id
MATCH (tag:Entity {id: id})
MERGE (account)-[:TAGGED {toldBy: "organization"}]->(tag)
