// title: Permissions boundaries in use
// description: Each policy that bounds a user or role, and whom. Account authorization details leave out a policy
//   that is only a boundary: then listed is false, and its text is unknown.
// :param limit => 1000
//   At most so many rows.
:param limit => 1000;

MATCH (bounded:Principal)-[:BOUNDED_BY]->(policy:ManagedPolicy)
WITH policy, bounded ORDER BY bounded.id
WITH policy, count(CASE WHEN bounded:User THEN 1 END) AS users, count(CASE WHEN bounded:Role THEN 1 END) AS roles,
     collect(bounded.name)[..10] AS firstTen
RETURN policy.name AS policy, policy.accountId AS accountId, policy:AwsManaged AS awsManaged,
       policy.placeholder IS NULL AS listed, users, roles, firstTen, policy.verdict AS verdict, policy.id AS id
ORDER BY users + roles DESC, id
LIMIT $limit;
