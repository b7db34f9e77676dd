// title: Users without any credential
// description: Nothing of the user's is in the import. That proves something only where the credential report was
//   read after the user was created (passwords, access keys, MFA, certificates), and even then says nothing of SSH
//   keys and service-specific credentials unless those were listed too.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (user:User)
WHERE $accountId IN ['', user.accountId] AND user.placeholder IS NULL AND NOT EXISTS { (user)-[:HAS_CREDENTIAL]->() }
OPTIONAL MATCH (report:Evidence {accountId: user.accountId, key: 'credential-report', state: 'complete'})
WHERE report.observedAt >= user.createDate
OPTIONAL MATCH (ssh:Evidence {accountId: user.accountId, key: 'ssh-public-keys:' + user.id, state: 'complete'})
OPTIONAL MATCH (other:Evidence {accountId: user.accountId, key: 'service-specific-credentials:' + user.id,
  state: 'complete'})
WITH user, report IS NOT NULL AS reported, ssh IS NOT NULL AND other IS NOT NULL AS listed
RETURN CASE
         WHEN reported AND listed THEN 'none'
         WHEN reported THEN 'none but perhaps SSH keys or service-specific credentials'
         ELSE 'unknown'
       END AS credentials,
       user.name AS user, user.accountId AS accountId, user.createDate AS created,
       user.verdict AS verdict, user.id AS id
ORDER BY credentials, accountId, id
LIMIT $limit;
