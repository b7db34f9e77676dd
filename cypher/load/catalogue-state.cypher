// title: Which catalogue the graph holds
// description: For the importer; which catalogue the graph holds.
MATCH (c:Catalogue {id: "catalogue"})
RETURN c.version AS version
