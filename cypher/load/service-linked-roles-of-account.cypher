// title: The service-linked roles of an account
// description: For the importer; the service-linked roles of an account.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(role:ServiceLinkedRole)
RETURN role.id AS id, role.name AS name, role.servicePrincipal AS owner
