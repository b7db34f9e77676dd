package dev.identityexplorer.cli;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.iam.IamClient;

/** The account that the integration test of {@code collect} fills, looks at and empties, at a server that is not AWS. */
final class Shop implements AutoCloseable {

    private static final String ALLOW = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}]}""";

    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final IamClient iam;
    private final AutoScalingClient autoScaling;

    Shop(URI endpoint) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
        iam = IamClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .httpClient(http)
                .build();
        autoScaling = AutoScalingClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(credentials)
                .httpClient(http)
                .build();
    }

    void fill() {
        var policy = iam.createPolicy(r -> r.policyName("read-buckets").policyDocument(ALLOW))
                .policy()
                .arn();
        iam.createPolicyVersion(r -> r.policyArn(policy).policyDocument(ALLOW).setAsDefault(true));
        iam.createGroup(r -> r.groupName("developers"));
        iam.attachGroupPolicy(r -> r.groupName("developers").policyArn(policy));
        iam.createUser(r -> r.userName("deploy-bot"));
        iam.createAccessKey(r -> r.userName("deploy-bot"));
        iam.createLoginProfile(r -> r.userName("deploy-bot").password("Only-4-this-test"));
        iam.addUserToGroup(r -> r.userName("deploy-bot").groupName("developers"));
        iam.putUserPolicy(r -> r.userName("deploy-bot").policyName("own").policyDocument(ALLOW));
        iam.attachUserPolicy(r -> r.userName("deploy-bot").policyArn(policy));
        iam.createUser(r -> r.userName("idle+user@example.com"));
        role("web-server", "ec2");
        iam.attachRolePolicy(r -> r.roleName("web-server").policyArn(policy));
        iam.putRolePolicy(r -> r.roleName("web-server").policyName("own").policyDocument(ALLOW));
        iam.createInstanceProfile(r -> r.instanceProfileName("web-server"));
        iam.addRoleToInstanceProfile(r -> r.instanceProfileName("web-server").roleName("web-server"));
        role("forgotten", "lambda");
        iam.createServiceLinkedRole(r -> r.awsServiceName("autoscaling.amazonaws.com"));
        iam.createServiceLinkedRole(r -> r.awsServiceName("elasticbeanstalk.amazonaws.com"));
        autoScaling.createLaunchConfiguration(r -> r.launchConfigurationName("web")
                .imageId("ami-12c6146b")
                .instanceType("t3.micro")
                .iamInstanceProfile("web-server"));
        autoScaling.createAutoScalingGroup(r -> r.autoScalingGroupName("web")
                .launchConfigurationName("web")
                .minSize(0)
                .maxSize(1)
                .desiredCapacity(0)
                .availabilityZones("eu-west-1a"));
    }

    private void role(String name, String service) {
        iam.createRole(r -> r.roleName(name).assumeRolePolicyDocument("""
                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                         "Principal": {"Service": "%s.amazonaws.com"}, "Action": "sts:AssumeRole"}]}""".formatted(service)));
    }

    /** What the account holds: users, groups, roles and policies of its own. */
    List<String> identities() {
        return Stream.of(
                        iam.listUsers().users().stream().map(u -> u.arn()),
                        iam.listGroups().groups().stream().map(g -> g.arn()),
                        iam.listRoles().roles().stream().map(r -> r.arn()),
                        iam.listPolicies(r -> r.scope("Local")).policies().stream()
                                .map(p -> p.arn()))
                .flatMap(s -> s)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        iam.close();
        autoScaling.close();
        http.close();
    }
}
