// title: An instance that was started with the profile loses its role
// description: IAM does not check whether instances, launch templates, Auto Scaling groups or others use the profile. Blind spot:
//   settings of Elastic Beanstalk environments, image builds, Spot Fleets and managed instances of ECS.
// severity: breaks
// applies: InstanceProfile
// evidence: resource-inventory AWS::EC2::Instance
// evidence: resource-inventory AWS::EC2::LaunchTemplate
// evidence: resource-inventory AWS::AutoScaling::LaunchConfiguration
// evidence: resource-inventory AWS::EMR::Cluster
// evidence: resource-inventory AWS::Batch::ComputeEnvironment
// evidence: resource-inventory AWS::PCS::ComputeNodeGroup
// source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteInstanceProfile.html
// :param account => "arn:aws:iam::111122223333:root"
MATCH (:Account {id: $account})-[:CONTAINS]->(it:InstanceProfile)<-[:USES]-(blocker:Resource)
WHERE blocker.absentSince IS NULL
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
UNION
MATCH (:Account {id: $account})-[:CONTAINS]->(blocker:Resource)-[:USES]->(it:InstanceProfile)
WHERE blocker.absentSince IS NULL
RETURN DISTINCT blocker.id AS blocker, it.id AS blocked
