// title: The tag policy that applies to each account
// description: One row for each account and tag key: the capitalization that is asked for, the allowed values (none: all),
//   where AWS refuses what differs (enforcedFor), where it reports a missing key (requiredFor). toldBy is AWS, or the
//   policies above the account, merged here. An account without a row: nobody knows, or no tag policy applies.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (policy:TagPolicy {effective: true})
WHERE $accountId IN ['', policy.targetId] AND size(policy.tagKeys) > 0
OPTIONAL MATCH (account:Account {accountId: policy.targetId})
UNWIND range(0, size(policy.tagKeys) - 1) AS i
RETURN policy.targetId AS accountId, coalesce(account.alias, account.name) AS account, policy.tagKeys[i] AS tagKey,
       [v IN policy.tagValues WHERE v STARTS WITH i + ':' | substring(v, size(i + ':'))] AS allowedValues,
       [v IN policy.enforcedFor WHERE v STARTS WITH i + ':' | substring(v, size(i + ':'))] AS enforcedFor,
       [v IN policy.requiredFor WHERE v STARTS WITH i + ':' | substring(v, size(i + ':'))] AS requiredFor,
       CASE WHEN policy.merged THEN 'merged here' ELSE 'AWS' END AS toldBy, policy.id AS id
ORDER BY accountId, tagKey
LIMIT $limit;
