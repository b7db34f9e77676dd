// title: A key of the user that the list of its keys does not have was asked about later
// description: AWS said when a key of this user was last used, after the user's keys were listed without it: it was made since.
// severity: doubts
// applies: User
// evidence: access-keys
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})
MATCH (used:Evidence)
WHERE used.accountId = account.accountId AND used.key STARTS WITH "access-key-last-used:"
MATCH (it:Entity {id: split(used.subject, "/access-key/")[0]})
WHERE it:User AND NOT EXISTS { (it)-[:HAS_CREDENTIAL]->(:AccessKey {id: used.subject}) }
  AND NOT EXISTS {
    MATCH (list:Evidence {accountId: account.accountId, key: "access-keys:" + it.id})
    WHERE list.observedAt > used.observedAt
  }
RETURN DISTINCT it.id AS blocked
