// title: Note which resources a newer list no longer holds
// description: A sighting or a failed deletion named them; all of their type and region were listed since, without them. What
//   is in another account, by its ARN, stands in no list of this one. One row for each that was noted anew.
// :param account => "arn:aws:iam::111122223333:root"
MATCH (account:Account {id: $account})-[:CONTAINS]->(r:Resource)
WHERE r.absentSince IS NOT NULL OR none(key IN r.evidence WHERE key STARTS WITH "resource-inventory:")
OPTIONAL MATCH (list:Evidence {accountId: account.accountId, state: "complete"})
WHERE list.key IN ["resource-inventory:" + r.region + ":" + r.resourceType, "resource-inventory:global:" + r.resourceType]
  AND NOT list.key IN r.evidence
  AND (NOT r.id STARTS WITH "arn:" OR r.id STARTS WITH account.id OR split(r.id, ":")[4] IN ["", account.accountId])
  AND NOT EXISTS {
    MATCH (seen:Evidence {accountId: account.accountId})
    WHERE seen.key IN r.evidence AND seen.observedAt >= list.observedAt
      AND (r.sightedAt IS NULL OR NOT seen.key STARTS WITH "resource-sighting:")
  }
  AND (r.sightedAt IS NULL OR r.sightedAt < list.observedAt)
WITH r, max(list.observedAt) AS since
WHERE (r.absentSince IS NULL) <> (since IS NULL) OR r.absentSince <> since
SET r.absentSince = since
RETURN r.id AS id
