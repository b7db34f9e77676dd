// title: Write which catalogue and rules the graph was derived with
// description: For the importer; write which catalogue and rules the graph was derived with.
// :param version => "0"
MERGE (c:Catalogue {id: "catalogue"})
SET c.version = $version
