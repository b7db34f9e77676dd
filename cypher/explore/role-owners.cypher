// title: Who owns a role, by its tags
// description: The first that is there: the role's own owner tag, that of the CloudFormation stack that made the role
//   (by the role's aws:cloudformation:stack-id or stack-name, where the stack and its tags were imported), that of the
//   account, the account's name. What a stack or an account tells is a guess. Service-linked roles are their service's; nobody
//   may tag those of Identity Center, so that they are no finding.
// finding: low
// source: https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html
// fix: Tag the role with its owner, or the stack that makes it.
// :param keys => ['owner', 'team']
//   Keys of owner tags in lower case, the most important first; tags match in any case.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param keys => ['owner', 'team'];
:param accountId => '';
:param limit => 1000;

MATCH (role:Role)
WHERE $accountId IN ['', role.accountId] AND NOT role:ServiceLinkedRole AND role.placeholder IS NULL
OPTIONAL MATCH (account:Account {accountId: role.accountId})
WITH role, account, COLLECT {
  MATCH (role)-[:TAGGED]->(t:Tag)
  WHERE t.key IN ['aws:cloudformation:stack-id', 'aws:cloudformation:stack-name']
  RETURN t.value ORDER BY t.id
} AS stackNames
WITH *, COLLECT {
  MATCH (role)-[:TAGGED]->(t:Tag)
  WHERE toLower(t.key) IN $keys
  RETURN t ORDER BY [i IN range(0, size($keys) - 1) WHERE $keys[i] = toLower(t.key)][0], t.id LIMIT 1
}[0] AS own, COLLECT {
  MATCH (stack:Resource {resourceType: 'AWS::CloudFormation::Stack', accountId: role.accountId})-[:TAGGED]->(t:Tag)
  WHERE (stack.id IN stackNames OR stack.name IN stackNames) AND toLower(t.key) IN $keys
  RETURN t ORDER BY [i IN range(0, size($keys) - 1) WHERE $keys[i] = toLower(t.key)][0], t.id LIMIT 1
}[0] AS stackTag, COLLECT {
  MATCH (account)-[:TAGGED]->(t:Tag)
  WHERE toLower(t.key) IN $keys
  RETURN t ORDER BY [i IN range(0, size($keys) - 1) WHERE $keys[i] = toLower(t.key)][0], t.id LIMIT 1
}[0] AS accountTag
RETURN CASE WHEN own IS NOT NULL OR role.verdict = 'PROTECTED' THEN null WHEN 'Tags' IN role.incomplete THEN 'unknown' ELSE 'no owner tag' END AS finding,
       role.name AS role, role.accountId AS accountId,
       coalesce(own.value, stackTag.value, accountTag.value, account.alias, account.name) AS owner,
       CASE
         WHEN own IS NOT NULL THEN 'tag ' + own.key
         WHEN stackTag IS NOT NULL THEN 'tag ' + stackTag.key + ' of its stack'
         WHEN accountTag IS NOT NULL THEN 'tag ' + accountTag.key + ' of its account'
         ELSE 'name of its account'
       END AS toldBy,
       stackNames, role.lastUsedDate AS lastUsed, role.verdict AS verdict, role.id AS id
ORDER BY finding, owner, accountId, id
LIMIT $limit;
