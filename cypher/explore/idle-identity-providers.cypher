// title: Identity providers that no role trusts
// description: Proven where all roles of the account were imported, for a role trusts providers of its own account.
//   Not seen: Amazon Cognito identity pools, which may name an OIDC provider without any role doing so.
// finding: low
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html
// fix: Ask who set it up, then delete the provider: explorer plan prints how.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (provider:SamlProvider|OidcProvider)
WHERE $accountId IN ['', provider.accountId] AND provider.placeholder IS NULL
  AND NOT EXISTS { (provider)<-[:TRUSTS {effect: 'Allow'}]-(:Role) }
OPTIONAL MATCH (roles:Evidence {accountId: provider.accountId, key: 'roles', state: 'complete'})
RETURN CASE WHEN roles IS NULL THEN 'unknown' ELSE 'no role trusts it' END AS finding, provider.name AS provider,
       CASE WHEN provider:SamlProvider THEN 'SAML' ELSE 'OIDC' END AS protocol, provider.accountId AS accountId,
       provider.createDate AS created, provider.verdict AS verdict, provider.impact AS impact, provider.id AS id
ORDER BY finding, accountId, id
LIMIT $limit;
