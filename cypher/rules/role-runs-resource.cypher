// title: A resource that runs with the role stops working
// description: AWS lets the role go; what runs with it loses its permissions at once, and a KMS key that only the role
//   may manage is left without anyone who may. Which lists have to be seen follows from the services that the role
//   trusts; pipelines, stack sets and state machines name roles, too, that trust their own role or account.
//   Blind spot: published versions of functions and state machines that keep an older role, policies of other resources that
//   name the role, and accounts that were never imported.
// severity: breaks
// applies: Role
// evidence: resource-inventory of its trust
// evidence: resource-inventory AWS::KMS::Key
// evidence: resource-inventory AWS::CodePipeline::Pipeline
// evidence: resource-inventory AWS::CloudFormation::StackSet
// evidence: resource-inventory AWS::StepFunctions::StateMachine
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:Role)<-[:USES]-(blocker:Resource)
WHERE NOT it:ServiceLinkedRole AND blocker.absentSince IS NULL
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
UNION
MATCH (:Account {id: $account})-[:CONTAINS]->(blocker:Resource)-[:USES]->(it:Role)
WHERE NOT it:ServiceLinkedRole AND blocker.absentSince IS NULL
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
