package dev.identityexplorer.strict;

import java.util.List;
import java.util.Map;

/** What keeps service-linked roles in use, of the services that random accounts have; by the services' own guides. */
final class InUse {

    /** Roles by name, without a suffix; types of which one is enough. */
    private static final Map<String, List<String>> BY_EXISTENCE = Map.of(
            "AWSServiceRoleForElasticLoadBalancing",
                    List.of("AWS::ElasticLoadBalancing::LoadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer"),
            "AWSServiceRoleForRDS",
                    List.of(
                            "AWS::RDS::DBInstance",
                            "AWS::RDS::DBCluster",
                            "AWS::Neptune::DBInstance",
                            "AWS::Neptune::DBCluster"));

    static final String BALANCERS = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    static final String GROUPS = "AWS::AutoScaling::AutoScalingGroup";

    private InUse() {}

    /** The identifiers of what keeps the role in use. */
    static List<String> keepers(Account account, Account.Role role) {
        var types = BY_EXISTENCE.getOrDefault(role.name, List.of());
        return account.resources.entrySet().stream()
                .flatMap(e -> e.getValue().stream()
                        .filter(resource -> types.contains(e.getKey().type())
                                || e.getKey().type().equals(GROUPS)
                                        && resource.uses().equals(role.arn)))
                .map(Account.Resource::identifier)
                .sorted()
                .toList();
    }

    /** The types whose lists show whether a role is in use. */
    static List<String> types(Account.Role role) {
        return role.path.contains("autoscaling") ? List.of(GROUPS) : BY_EXISTENCE.getOrDefault(role.name, List.of());
    }
}
