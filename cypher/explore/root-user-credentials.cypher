// title: Root users with access keys or without MFA
// description: From the credential report, or from the account summary where no report was imported. An account with
//   neither is unknown. Since 2024 AWS Organizations can take away the root credentials of member accounts: the
//   report then says that MFA is off, and that is no finding for who did so.
// finding: high
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html
// fix: Delete the root user's access keys, and register an MFA device for it; for member accounts of an organization,
//   remove the root credentials centrally.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (account:Account)
WHERE $accountId IN ['', account.accountId]
  AND EXISTS { (:Evidence {accountId: account.accountId, key: 'users'}) }
WITH account, coalesce(account.rootMfaActive, account.summaryAccountMFAEnabled = 1) AS mfa,
     coalesce(account.rootAccessKey1Active OR account.rootAccessKey2Active,
              account.summaryAccountAccessKeysPresent > 0) AS keys
WITH *, CASE
       WHEN keys AND NOT coalesce(mfa, true) THEN 'access keys and no MFA'
       WHEN keys THEN 'access keys'
       WHEN NOT mfa THEN 'no MFA'
       WHEN keys IS NULL OR mfa IS NULL THEN 'unknown'
     END AS finding
WHERE finding IS NOT NULL
RETURN finding, coalesce(account.alias, account.name) AS account, account.accountId AS accountId, mfa, keys,
       account.id AS id
ORDER BY finding = 'unknown', accountId
LIMIT $limit;
