// title: Identity providers and who trusts them
// description: One row for each provider and role that trusts it, conditions as written; a provider that no
//   imported role trusts has one row without a role.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (provider:SamlProvider|OidcProvider)
WHERE $accountId IN ['', provider.accountId]
OPTIONAL MATCH (provider)<-[trusts:TRUSTS]-(role:Role)
RETURN provider.name AS provider, CASE WHEN provider:SamlProvider THEN 'SAML' ELSE 'OIDC' END AS protocol,
       provider.accountId AS accountId, provider.url AS url, provider.validUntil AS validUntil,
       provider.placeholder IS NULL AS listed, role.name AS role, trusts.effect AS effect,
       trusts.conditions AS conditions, role.id AS roleId, provider.id AS id
ORDER BY accountId, id, roleId, trusts.statement
LIMIT $limit;
