package dev.identityexplorer.strict;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of resources that verdicts on service-linked roles and server certificates rest on. */
record Inventories(Account account, Map<String, String> files) {

    /** Of which it is not known to list all, beside the service's own lists. */
    private static final List<String> CLOUD_CONTROL = List.of("AWS::RDS::DBInstance");

    private static final String ACM =
            "arn:aws:acm:eu-west-1:123456789012:certificate/6f2d4f52-8a7c-4a2b-9c3e-000000000000";

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
            put(region + "/rds-describe-db-clusters.json", Map.of("DBClusters", clusters(region)));
            balancers(region);
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

    /** Aurora's and Neptune's, in one list. */
    private List<Object> clusters(String region) {
        var clusters = new ArrayList<Object>();
        Map.of("AWS::RDS::DBCluster", "aurora-postgresql", "AWS::Neptune::DBCluster", "neptune")
                .forEach((type, engine) -> resources(region, type)
                        .forEach(db -> clusters.add(Map.of(
                                "DBClusterIdentifier",
                                db.identifier(),
                                "DBClusterArn",
                                "arn:aws:rds:" + region + ":" + account.id + ":cluster:" + db.identifier(),
                                "Engine",
                                engine))));
        return clusters;
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

    /** Each with a listener that has a certificate of the account beside another one, and a listener without any. */
    private void balancers(String region) {
        var balancers = new ArrayList<Object>();
        for (var it : resources(region, InUse.BALANCERS)) {
            var name = it.identifier().replaceFirst(".*/net/", "net/");
            balancers.add(Map.of("LoadBalancerArn", it.identifier(), "LoadBalancerName", name.split("/")[1]));
            put(
                    region + "/elbv2-describe-listeners/" + encoded(it.identifier()) + ".json",
                    Map.of(
                            "Listeners",
                            List.of(
                                    Map.of(
                                            "ListenerArn", secure(it),
                                            "LoadBalancerArn", it.identifier(),
                                            "Protocol", "TLS",
                                            "Certificates", List.of(Map.of("CertificateArn", ACM))),
                                    Map.of(
                                            "ListenerArn", secure(it).replaceFirst("/1$", "/2"),
                                            "LoadBalancerArn", it.identifier(),
                                            "Protocol", "TCP"))));
            put(
                    region + "/elbv2-describe-listener-certificates/" + encoded(secure(it)) + ".json",
                    Map.of(
                            "Certificates",
                            List.of(
                                    Map.of("CertificateArn", ACM, "IsDefault", true),
                                    Map.of("CertificateArn", it.uses(), "IsDefault", false))));
        }
        put(region + "/elbv2-describe-load-balancers.json", Map.of("LoadBalancers", balancers));
    }

    private static String secure(Account.Resource balancer) {
        return balancer.identifier().replace(":loadbalancer/", ":listener/") + "/1";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the graph calls the use of a certificate by a resource. */
    static String user(Account account, Account.Place place, Account.Resource resource) {
        return place.type().equals(InUse.BALANCERS)
                ? "arn:aws:iam::" + account.id + ":root/" + place.region()
                        + "/AWS::ElasticLoadBalancingV2::ListenerCertificate/" + secure(resource) + "|"
                        + resource.uses()
                : resource.identifier();
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
