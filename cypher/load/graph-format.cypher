// title: Write which format the graph has
// description: For the importer, before anything else; a program that knows only older formats then leaves the graph alone.
// :param format => 2
MERGE (c:Catalogue {id: "catalogue"})
SET c.graphFormat = $format
