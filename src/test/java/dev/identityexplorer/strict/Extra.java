package dev.identityexplorer.strict;

import dev.identityexplorer.strict.Account.Holder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** One thing more in an account that keeps something from being deleted. */
final class Extra {

    private Extra() {}

    /** Adds it, drawn by lot; says what it is. */
    static String add(Account account, Random random) {
        while (true) {
            var user = pick(account.users.values(), random);
            var role = pick(
                    account.roles.values().stream()
                            .filter(r -> !r.untouchable())
                            .toList(),
                    random);
            switch (random.nextInt(15)) {
                case 0 -> {
                    user.sshKeys.add("APKAEXTRA");
                    return "an SSH key of " + user.arn;
                }
                case 1 -> {
                    if (user.keys.size() < 2) {
                        user.keys.put("AKIAEXTRA", random.nextBoolean() ? "Active" : "Inactive");
                        return "an access key of " + user.arn;
                    }
                }
                case 2 -> {
                    if (user.certificates.size() < 2) {
                        user.certificates.put("CERTEXTRA", random.nextBoolean() ? "Active" : "Inactive");
                        return "a signing certificate of " + user.arn;
                    }
                }
                case 3 -> {
                    user.serviceCredentials.put("ACCAEXTRA", "codecommit.amazonaws.com");
                    return "a service-specific credential of " + user.arn;
                }
                case 4 -> {
                    if (!user.password) {
                        user.password = true;
                        return "a password of " + user.arn;
                    }
                }
                case 5 -> {
                    user.devices.add("GAHT00000EXTRA");
                    return "a hardware MFA device of " + user.arn;
                }
                case 6 -> {
                    var free = account.virtualDevices.stream()
                            .filter(serial -> account.assignee(serial).isEmpty())
                            .toList();
                    if (!free.isEmpty()) {
                        user.devices.add(free.get(0));
                        return free.get(0) + " assigned to " + user.arn;
                    }
                }
                case 7 -> {
                    if (!account.groups.isEmpty()) {
                        var group = pick(account.groups.keySet(), random);
                        if (user.groups.add(group)) {
                            return user.arn + " in the group " + group;
                        }
                    }
                }
                case 8 -> {
                    var holder = pick(List.<Holder>of(user, role), random);
                    var policy = pick(account.policies.keySet(), random);
                    if (holder.attached.add(policy)) {
                        return policy + " attached to " + holder.arn;
                    }
                }
                case 9 -> {
                    var holder = pick(List.<Holder>of(user, role), random);
                    holder.inline.add("extra");
                    return "an inline policy of " + holder.arn;
                }
                case 10 -> {
                    var holder = pick(List.<Holder>of(user, role), random);
                    if (holder.boundary.isEmpty()) {
                        holder.boundary = pick(account.policies.keySet(), random);
                        return holder.boundary + " bounds " + holder.arn;
                    }
                }
                case 11 -> {
                    var policy = pick(account.policies.values(), random);
                    policy.versions.add("v99");
                    return "a version of " + policy.arn;
                }
                case 12 -> {
                    var free = account.profiles.values().stream()
                            .filter(profile -> profile.role.isEmpty())
                            .toList();
                    if (!free.isEmpty()) {
                        free.get(0).role = role.name;
                        return role.arn + " in " + free.get(0).arn;
                    }
                }
                case 13 -> {
                    if (!account.certificates.isEmpty()) {
                        var certificate = pick(account.certificates.values(), random);
                        account.resources
                                .computeIfAbsent(
                                        new Account.Place("us-west-2", InUse.BALANCERS),
                                        p -> new java.util.LinkedHashSet<>())
                                .add(new Account.Resource(
                                        "arn:aws:elasticloadbalancing:us-west-2:" + account.id
                                                + ":loadbalancer/net/extra/50dc6c49",
                                        certificate.arn));
                        return certificate.arn + " served by a load balancer";
                    }
                }
                default -> {
                    var place = new Account.Place(
                            pick(Export.REGIONS, random),
                            pick(List.of("AWS::RDS::DBInstance", "AWS::ElasticLoadBalancing::LoadBalancer"), random));
                    account.resources
                            .computeIfAbsent(place, p -> new java.util.LinkedHashSet<>())
                            .add(new Account.Resource("extra", ""));
                    return place.toString();
                }
            }
        }
    }

    private static <T> T pick(Collection<T> from, Random random) {
        return new ArrayList<>(from).get(random.nextInt(from.size()));
    }
}
