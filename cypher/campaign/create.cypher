// title: Begin a clean-up campaign
// description: One node holds the whole selection, so that an import has nothing to do for it and members that are gone
//   stay known. Answers nothing if there is a campaign of that name already.
// :param name => "contractors"
// :param selection => "tag team=contractors"
//   How the members were chosen, for people.
// :param ids => ["arn:aws:iam::111122223333:role/old-batch"]
MERGE (c:Campaign {name: $name})
ON CREATE SET c.createdAt = datetime(), c.selection = $selection, c.created = true
WITH c WHERE c.created
REMOVE c.created
WITH c
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WITH c, n ORDER BY n.accountId, n.id
WITH c, collect(n) AS members
SET c.ids = [n IN members | n.id], c.names = [n IN members | coalesce(n.name, n.id)],
    c.accountIds = [n IN members | coalesce(n.accountId, "")],
    c.kinds = [n IN members | reduce(kind = "", l IN ["Entity", "Principal", "Credential", "ManagedPolicy", "Role"] + labels(n) |
      CASE WHEN l IN ["Entity", "Principal", "Credential", "ManagedPolicy"] OR l = "Role" AND kind <> "" THEN kind ELSE l END)]
RETURN c.name AS name, size(c.ids) AS members
