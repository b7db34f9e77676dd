// title: One node as the picture shows it
// description: At most one row.
// :param id => "arn:aws:iam::111122223333:role/checkout-api"
MATCH (n:Entity {id: $id})
RETURN n {.id, .name, .accountId, .verdict, .impact, .resourceType, .region, .placeholder, labels: labels(n)} AS node
