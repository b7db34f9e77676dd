// title: A deletion task for the role has not ended
// description: AWS is still deciding. Ask for the status again.
// severity: doubts
// applies: ServiceLinkedRole
// evidence: deletion-task
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLinkedRoleDeletionStatus.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:ServiceLinkedRole)<-[:REPORTS_ON]-(task:DeletionTask)
WHERE task.status IN ["IN_PROGRESS", "NOT_STARTED"] AND (it.createDate IS NULL OR task.observedAt >= it.createDate)
RETURN DISTINCT it.id AS blocked
