// title: Which format the graph has
// description: Nothing where no graph is; 1 where one is from before graphs told their format.
MATCH (c:Catalogue {id: "catalogue"})
RETURN coalesce(c.graphFormat, 1) AS format
