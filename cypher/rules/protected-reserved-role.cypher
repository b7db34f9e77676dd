// title: Roles under /aws-reserved/ belong to the service that made them
// description: IAM answers UnmodifiableEntity to every change of a role under /aws-reserved/.
// severity: protects
// applies: Role
// source: https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:Role)
WHERE it.id CONTAINS ":role/aws-reserved/"
RETURN it.id AS blocked,
  CASE WHEN it.id CONTAINS ":role/aws-reserved/sso.amazonaws.com/"
    THEN "Only IAM Identity Center removes it: take away every assignment of its permission set to this account (aws sso-admin delete-account-assignment)."
    ELSE "Only the service in its path " + coalesce(it.path, it.id) + " removes it."
  END AS protection
