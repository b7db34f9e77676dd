// title: Remove nodes that nothing tells any more
// description: Where something else still points at one (a trust policy, an attachment), a placeholder stays in its place.
// :param ids => []
UNWIND $ids AS id
MATCH (n:Entity {id: id})
OPTIONAL MATCH (n)-[out]->()
DELETE out;
UNWIND $ids AS id
MATCH (n:Entity {id: id})
OPTIONAL MATCH (n)<-[in:OWNS|BLOCKS_DELETION_OF]-()
DELETE in;
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE NOT EXISTS { (n)<-[in]-() WHERE type(in) <> "CONTAINS" }
DETACH DELETE n;
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n = {id: n.id, name: n.name, searchText: n.searchText, accountId: n.accountId, placeholder: true}
WITH n
WHERE n:Principal
REMOVE n:User:Role:ServiceLinkedRole:SamlProvider:OidcProvider
SET n:ExternalPrincipal
WITH n
MATCH (n)<-[contains:CONTAINS]-()
DELETE contains;
