// title: Identities by name
// description: Those that somebody could mean by a name; exact names only.
// :param name => "checkout-api"
// :param account => ""
//   One account alone; empty for all.
MATCH (n:Entity {name: $name})
WHERE n.accountId IS NOT NULL AND ($account = "" OR n.accountId = $account) AND NOT n:ExternalPrincipal AND NOT n:Account
RETURN n.id AS id, labels(n) AS labels, n.accountId AS accountId
ORDER BY id
LIMIT 50
