// title: Roles that any subject of an OIDC provider can assume
// description: The trust policy asks for no subject (the :sub claim), or for the subject *. With a provider that serves
//   many customers, such as GitHub or GitLab, every customer's jobs can then assume the role. A condition on another
//   claim may be narrow as well, so conditions stand here as written. Not judged: wildcards within a subject, and
//   operators that turn a condition around, such as StringNotLike.
// finding: high
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
// fix: Add a StringEquals or StringLike condition on the provider's :sub claim that names your own organization,
//   repository and branch.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

CALL () {
  MATCH (provider:OidcProvider)
  RETURN provider
  UNION
  MATCH (provider:ExternalPrincipal)
  WHERE provider.id CONTAINS ':oidc-provider/'
  RETURN provider
}
MATCH (provider)<-[trusts:TRUSTS {effect: 'Allow'}]-(role:Role)
WHERE $accountId IN ['', role.accountId]
WITH provider, trusts, role, toLower(coalesce(trusts.conditions, '')) AS text
WHERE NOT text CONTAINS ':sub"' OR text CONTAINS ':sub":"*"' OR text CONTAINS ':sub":["*"]'
RETURN CASE WHEN text = '' THEN 'no condition at all' ELSE 'no condition on the subject' END AS finding,
       role.name AS role, role.accountId AS accountId, provider.id AS provider,
       coalesce(trusts.conditions, 'none') AS conditions, role.lastUsedDate AS lastUsed, role.verdict AS verdict,
       role.id AS id
ORDER BY finding, accountId, id, provider, trusts.statement
LIMIT $limit;
