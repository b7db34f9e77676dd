// title: Roles that too many subjects of an OIDC provider can assume
// description: The trust policy asks for no subject (the :sub claim), for any, for any but a few (StringNotLike and its like),
//   or for a pattern whose wildcard comes before the first / and the third colon, as repo:* does. With a provider that serves
//   many customers, such as GitHub, every customer's jobs can then assume the role. Narrower wildcards, such as
//   repo:example-corp/*, stand here as no finding. A condition on another claim may be narrow as well, so that all
//   conditions stand here as written.
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
WITH provider, trusts, role, [block IN split(toLower(coalesce(trusts.conditions, '')), '},"') WHERE block CONTAINS ':sub":'
  | {operator: replace(split(block, '":{')[0], '{"', ''), value: split(block, ':sub":')[1]}] AS blocks
// One operator after the other has to be met, of the values of one any: the narrowest operator counts, and its widest value.
WITH provider, trusts, role, [b IN blocks | CASE
    WHEN b.operator CONTAINS 'not' THEN 'any subject but some'
    WHEN b.operator = 'null' OR b.operator ENDS WITH 'ifexists' OR b.operator STARTS WITH 'forallvalues' THEN 'a condition that passes without a subject'
    WHEN any(v IN split(CASE WHEN b.value STARTS WITH '[' THEN split(b.value, '"]')[0] ELSE split(b.value, '"')[1] END, '","')
      WHERE b.operator CONTAINS 'like' AND (v CONTAINS '*' OR v CONTAINS '?')
        AND NOT split(split(v, '*')[0], '?')[0] CONTAINS '/' AND size(split(split(split(v, '*')[0], '?')[0], ':')) < 4)
      THEN 'a pattern that any subject can fit'
    WHEN b.operator CONTAINS 'like' AND b.value =~ '[^}]*[*?].*' THEN 'narrowed by a pattern'
    ELSE 'narrowed' END] AS judged
WITH *, [j IN judged WHERE j STARTS WITH 'narrowed'] AS narrow
WITH *, CASE
    WHEN trusts.conditions IS NULL THEN 'no condition at all'
    WHEN judged = [] THEN 'no condition on the subject'
    WHEN narrow = [] THEN judged[0]
  END AS finding
WHERE finding IS NOT NULL OR NOT 'narrowed' IN narrow
RETURN finding, role.name AS role, role.accountId AS accountId, provider.id AS provider,
       coalesce(trusts.conditions, 'none') AS conditions, role.lastUsedDate AS lastUsed, role.verdict AS verdict,
       role.id AS id
ORDER BY finding, accountId, id, provider, trusts.statement
LIMIT $limit;
