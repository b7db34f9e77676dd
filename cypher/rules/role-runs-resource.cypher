// title: A resource that runs with the role stops working
// description: AWS lets the role go; what runs with it loses its permissions at once. Blind spot: resource types that
//   are not listed here, and policies of resources that name the role.
// severity: breaks
// applies: Role
// evidence: resource-inventory AWS::Lambda::Function
// evidence: resource-inventory AWS::EC2::Instance
// evidence: resource-inventory AWS::ECS::TaskDefinition
// evidence: resource-inventory AWS::ECS::Service
// evidence: resource-inventory AWS::EKS::Cluster
// evidence: resource-inventory AWS::EKS::Nodegroup
// evidence: resource-inventory AWS::CloudFormation::Stack
// evidence: resource-inventory AWS::CodeBuild::Project
// evidence: resource-inventory AWS::CodePipeline::Pipeline
// evidence: resource-inventory AWS::StepFunctions::StateMachine
// evidence: resource-inventory AWS::Events::Rule
// evidence: resource-inventory AWS::Glue::Job
// evidence: resource-inventory AWS::KinesisFirehose::DeliveryStream
// evidence: resource-inventory AWS::Batch::ComputeEnvironment
// evidence: resource-inventory AWS::SageMaker::NotebookInstance
// evidence: resource-inventory AWS::RDS::DBInstance
// evidence: resource-inventory AWS::S3::Bucket
// evidence: resource-inventory AWS::KMS::Key
// source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:Role)<-[:USES]-(blocker:Resource)
WHERE NOT it:ServiceLinkedRole AND blocker.absentSince IS NULL
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
