// title: What AWS named when it refused to delete a service-linked role
// description: A deletion task ended FAILED and its RoleUsageList named these resources. What a newer list of all
//   resources of its type and region no longer holds counts no more; a task that ended later clears all, and one
//   that was asked for before the role was created is about an earlier role. Blind spot: not every service names resources.
// severity: blocks
// order: 29
// applies: ServiceLinkedRole
// shown: deletion-task of it
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLinkedRoleDeletionStatus.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:ServiceLinkedRole)<-[:REPORTS_ON]-(task:DeletionTask {status: "FAILED"})
WHERE (it.createDate IS NULL OR task.observedAt >= it.createDate) AND NOT EXISTS {
  MATCH (it)<-[:REPORTS_ON]-(later:DeletionTask)
  WHERE later.observedAt > task.observedAt
}
OPTIONAL MATCH (resource:Resource)-[use:USES]->(it)
WHERE ("deletion-task:" + it.id) IN use.evidence
WITH it, task, collect(resource) AS named
UNWIND CASE WHEN named = [] OR any(use IN task.usage WHERE use ENDS WITH "(AWS names no resources)") THEN [task] ELSE [] END
  + [resource IN named WHERE resource.absentSince IS NULL] AS blocker
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
