// title: Only the service, or nobody, removes this service-linked role
// description: The catalogue says that IAM does not delete service-linked roles of this type.
// severity: protects
// applies: ServiceLinkedRole
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:ServiceLinkedRole)-[:INSTANCE_OF]->(type:ServiceLinkedRoleType)
WHERE type.deletableBy IN ["service", "never"]
MATCH (owner:Service)-[:OWNS]->(it)
RETURN it.id AS blocked,
  CASE type.deletableBy
    WHEN "service" THEN "Only " + owner.name + " removes it" + coalesce(": " + type.note, "") + "."
    ELSE owner.name + " keeps it for as long as the account exists; nobody can delete it" + coalesce(" (" + type.note + ")", "") + "."
  END AS protection
