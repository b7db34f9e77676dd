package dev.identityexplorer.strict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of resources that verdicts on service-linked roles and server certificates rest on. */
record Inventories(Account account, Map<String, String> files) {

    private static final List<String> CLOUD_CONTROL =
            List.of("AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::Neptune::DBCluster");

    void write() {
        files.put(
                "global/cloudfront-list-distributions.json",
                "{\"DistributionList\": {\"Items\": [], \"Quantity\": 0}}");
        for (var region : Export.REGIONS) {
            for (var type : CLOUD_CONTROL) {
                var described = resources(region, type).stream()
                        .map(resource -> Map.of(
                                "Identifier",
                                resource.identifier(),
                                "Properties",
                                "{\"DBInstanceIdentifier\": \"" + resource.identifier() + "\"}"))
                        .toList();
                put(
                        region + "/cloudcontrol-list-resources/" + type.replace(":", "%3A") + ".json",
                        Map.of("TypeName", type, "ResourceDescriptions", described));
            }
            put(region + "/rds-describe-db-instances.json", Map.of("DBInstances", databases(region)));
            put(region + "/elbv2-describe-load-balancers.json", Map.of("LoadBalancers", List.of()));
            put(region + "/elb-describe-load-balancers.json", Map.of("LoadBalancerDescriptions", classic(region)));
            put(region + "/autoscaling-describe-auto-scaling-groups.json", Map.of("AutoScalingGroups", groups(region)));
        }
    }

    private void put(String name, Map<String, Object> answer) {
        files.put(name, Output.json(answer));
    }

    private Set<Account.Resource> resources(String region, String type) {
        return account.resources.getOrDefault(new Account.Place(region, type), Set.of());
    }

    private List<Object> databases(String region) {
        var databases = new ArrayList<Object>();
        resources(region, "AWS::RDS::DBInstance")
                .forEach(db -> databases.add(Map.of(
                        "DBInstanceIdentifier",
                        db.identifier(),
                        "DBInstanceArn",
                        "arn:aws:rds:" + region + ":" + account.id + ":db:" + db.identifier(),
                        "Engine",
                        "postgres")));
        return databases;
    }

    private List<Object> classic(String region) {
        var balancers = new ArrayList<Object>();
        resources(region, "AWS::ElasticLoadBalancing::LoadBalancer")
                .forEach(it -> balancers.add(Map.of(
                        "LoadBalancerName",
                        it.identifier(),
                        "ListenerDescriptions",
                        List.of(Map.of("Listener", Map.of("Protocol", "HTTPS", "SSLCertificateId", it.uses()))))));
        return balancers;
    }

    private List<Object> groups(String region) {
        var groups = new ArrayList<Object>();
        resources(region, InUse.GROUPS)
                .forEach(it -> groups.add(Map.of(
                        "AutoScalingGroupName", it.identifier(),
                        "AutoScalingGroupARN",
                                "arn:aws:autoscaling:" + region + ":" + account.id
                                        + ":autoScalingGroup:1-2:autoScalingGroupName/" + it.identifier(),
                        "ServiceLinkedRoleARN", it.uses())));
        return groups;
    }
}
