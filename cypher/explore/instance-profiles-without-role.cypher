// title: Instance profiles without a role
// description: An instance that starts with one has no permissions. Known only where instance profiles themselves
//   were listed, for account authorization details show those of roles alone.
// :param accountId => ''
//   Empty for all accounts.
// :param limit => 1000
//   At most so many rows.
:param accountId => '';
:param limit => 1000;

MATCH (profile:InstanceProfile)
WHERE $accountId IN ['', profile.accountId] AND profile.placeholder IS NULL
  AND NOT EXISTS { (profile)-[:CARRIES]->(:Role) }
RETURN profile.name AS instanceProfile, profile.accountId AS accountId, profile.createDate AS created,
       COUNT { (profile)<-[:USES]-(:Resource) } AS usedByResources, profile.verdict AS verdict, profile.id AS id
ORDER BY accountId, id
LIMIT $limit;
