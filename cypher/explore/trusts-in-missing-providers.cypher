// title: Trust in identity providers that are not there
// description: A role trusts a SAML or OIDC provider that its account does not have, so that nobody can come in, until
//   someone creates a provider of that name. Unknown where the providers of the account were not listed. Providers
//   that are built into AWS, such as cognito-identity.amazonaws.com, are no matter of this list.
// finding: medium
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp.html
// fix: Take the statement out of the trust policy, or delete the role if nothing else may assume it.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

CALL () {
  MATCH (provider:ExternalPrincipal)
  WHERE provider.id CONTAINS ':saml-provider/' OR provider.id CONTAINS ':oidc-provider/'
  RETURN provider
  UNION
  MATCH (provider:SamlProvider|OidcProvider {placeholder: true})
  RETURN provider
}
MATCH (provider)<-[trusts:TRUSTS {effect: 'Allow'}]-(role:Role)
WHERE $accountId IN ['', role.accountId]
OPTIONAL MATCH (listed:Evidence {accountId: split(provider.id, ':')[4], state: 'complete',
  key: CASE WHEN provider.id CONTAINS ':saml-provider/' THEN 'saml-providers' ELSE 'oidc-providers' END})
RETURN CASE WHEN listed IS NULL THEN 'unknown' ELSE 'the provider does not exist' END AS finding,
       role.name AS role, role.accountId AS accountId, provider.id AS provider, trusts.conditions AS conditions,
       COUNT { (role)-[:TRUSTS {effect: 'Allow'}]->(other) WHERE other <> provider } AS otherTrusts,
       role.lastUsedDate AS lastUsed, role.verdict AS verdict, role.id AS id
ORDER BY finding, accountId, id, provider, trusts.statement
LIMIT $limit;
