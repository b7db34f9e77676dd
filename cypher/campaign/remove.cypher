// title: End a clean-up campaign
// description: Forgets the selection; nothing else changes.
// :param name => "contractors"
MATCH (c:Campaign {name: $name})
WITH c, c.name AS name
DELETE c
RETURN name
