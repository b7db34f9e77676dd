// title: SAML providers whose metadata expired
// description: The date until which the provider is valid, as IAM tells it. Sign-in through it fails from then on.
//   Those that expire within N days are listed as well.
// finding: medium
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html
// fix: If people still come in through it, upload new metadata (aws iam update-saml-provider); else delete it, after the
//   roles that trust it.
// :param days => 30
//   How far ahead to look.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param days => 30;
:param accountId => '';
:param limit => 1000;

MATCH (provider:SamlProvider)
WHERE $accountId IN ['', provider.accountId] AND provider.validUntil <= datetime() + duration({days: $days})
RETURN CASE WHEN provider.validUntil < datetime() THEN 'expired' ELSE 'expires soon' END AS finding,
       provider.name AS provider, provider.accountId AS accountId, provider.validUntil AS validUntil,
       COUNT { (provider)<-[:TRUSTS {effect: 'Allow'}]-(:Role) } AS trustedByRoles, provider.verdict AS verdict,
       provider.id AS id
ORDER BY validUntil, id
LIMIT $limit;
