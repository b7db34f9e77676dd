// title: Which format the graph has
// description: Nothing where no graph is, or one from before graphs told their format.
MATCH (c:Catalogue {id: "catalogue"})
WHERE c.graphFormat IS NOT NULL
RETURN c.graphFormat AS format
