// title: Kinds of which nothing carries a tag
// description: Of those that AWS lets people tag, or that there may be many of; from the counts that the database keeps.
RETURN [kind IN [
  ["User", COUNT { (:User)-[:TAGGED]->() }], ["Role", COUNT { (:Role)-[:TAGGED]->() }],
  ["CustomerManaged", COUNT { (:CustomerManaged)-[:TAGGED]->() }], ["Group", COUNT { (:Group)-[:TAGGED]->() }],
  ["InstanceProfile", COUNT { (:InstanceProfile)-[:TAGGED]->() }], ["MfaDevice", COUNT { (:MfaDevice)-[:TAGGED]->() }],
  ["SamlProvider", COUNT { (:SamlProvider)-[:TAGGED]->() }], ["OidcProvider", COUNT { (:OidcProvider)-[:TAGGED]->() }],
  ["ServerCertificate", COUNT { (:ServerCertificate)-[:TAGGED]->() }],
  ["Resource", COUNT { (:Resource)-[:TAGGED]->() }], ["Account", COUNT { (:Account)-[:TAGGED]->() }]
] WHERE kind[1] = 0 | kind[0]] AS kinds
