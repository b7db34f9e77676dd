// title: Users without any credential
// description: Nothing of the user's is in the import. That proves something only where the credential report tells
//   of this very user, or each kind was listed: notSeen names the kinds of which nobody knows. The report says nothing
//   of SSH keys and service-specific credentials, and may tell of an earlier user of the same name.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (user:User)
WHERE $accountId IN ['', user.accountId] AND user.placeholder IS NULL AND NOT EXISTS { (user)-[:HAS_CREDENTIAL]->() }
OPTIONAL MATCH (report:Evidence {accountId: user.accountId, key: 'credential-report', state: 'complete'})
WHERE 'credential-report' IN user.evidence AND NOT 'doubt-earlier-user' IN coalesce(user.doubts, [])
WITH user, [kind IN ['access-keys', 'login-profile', 'mfa-devices', 'signing-certificates'] WHERE report IS NULL | kind]
           + ['service-specific-credentials', 'ssh-public-keys'] AS kinds
WITH user, [kind IN kinds WHERE NOT EXISTS {
  (:Evidence {accountId: user.accountId, key: kind + ':' + user.id, state: 'complete'})
}] AS notSeen
RETURN CASE
         WHEN notSeen = [] THEN 'none'
         WHEN all(kind IN notSeen WHERE kind IN ['service-specific-credentials', 'ssh-public-keys'])
           THEN 'none but perhaps SSH keys or service-specific credentials'
         ELSE 'unknown'
       END AS credentials,
       user.name AS user, user.accountId AS accountId, notSeen, user.createDate AS created,
       user.verdict AS verdict, user.id AS id
ORDER BY credentials, accountId, id
LIMIT $limit;
