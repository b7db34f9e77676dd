// title: What two principals share
// description: Groups, policies (their own and those of their groups), boundaries, tags, whom they trust, and the
//   roles that trust both. Give ARNs where a name is not unique: at most 20 pairs are compared.
// :param first => 'arn:aws:iam::111122223333:role/deploy'
//   ARN or name.
// :param second => 'arn:aws:iam::111122223333:role/build'
//   ARN or name.
// :param limit => 1000
//   At most so many rows.
:param first => 'arn:aws:iam::111122223333:role/deploy';
:param second => 'arn:aws:iam::111122223333:role/build';
:param limit => 1000;

MATCH (first:Entity)
WHERE first.id = $first OR first.name = $first
WITH first ORDER BY first.id LIMIT 20
MATCH (second:Entity)
WHERE (second.id = $second OR second.name = $second) AND second <> first
WITH first, second ORDER BY first.id, second.id LIMIT 20
CALL (first, second) {
  MATCH (first)-[:MEMBER_OF]->(shared:Group)<-[:MEMBER_OF]-(second)
  RETURN 'are members of' AS how, shared
  UNION
  MATCH (first)-[:MEMBER_OF*0..1]->()-[:ATTACHES]->(shared:ManagedPolicy)
  WHERE EXISTS { (second)-[:MEMBER_OF*0..1]->()-[:ATTACHES]->(shared) }
  RETURN 'have the policy' AS how, shared
  UNION
  MATCH (first)-[:BOUNDED_BY]->(shared:ManagedPolicy)<-[:BOUNDED_BY]-(second)
  RETURN 'are bounded by' AS how, shared
  UNION
  MATCH (first)-[:TAGGED]->(shared:Tag)<-[:TAGGED]-(second)
  RETURN 'are tagged' AS how, shared
  UNION
  MATCH (first)-[:TRUSTS {effect: 'Allow'}]->(shared:Principal)<-[:TRUSTS {effect: 'Allow'}]-(second)
  RETURN 'both trust' AS how, shared
  UNION
  MATCH (first)<-[:TRUSTS {effect: 'Allow'}]-(shared:Role)-[:TRUSTS {effect: 'Allow'}]->(second)
  RETURN 'are both trusted by' AS how, shared
}
RETURN first.name AS first, second.name AS second, how, shared.name AS shared, shared.accountId AS accountId,
       first.id AS firstId, second.id AS secondId, shared.id AS id
ORDER BY how, id, firstId, secondId
LIMIT $limit;
