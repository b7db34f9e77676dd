package dev.identityexplorer.strict;

import dev.identityexplorer.strict.Account.Holder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Makes accounts with everything that IAM allows and people seldom think of; the same seed makes the same account. */
final class RandomAccount {

    private static final String NAME = "abcxyzABCXYZ0189+=,.@_-";
    private static final List<String> ODD_NAMES = List.of(
            "AWSServiceRoleForFoo",
            "x-aws-service-role",
            "-rf",
            "--output",
            "=",
            "None",
            "null",
            "NoSuchEntity",
            "AccessDenied",
            "a,b=c+d@e.f_g-h",
            "p".repeat(64),
            "admin@example.com",
            "iam",
            "user");
    private static final List<String> PATHS = List.of(
            "/", "/", "/", "/division_abc/team/", "/service-role/", "/it's/$HOME/`id`/", "/a\"b;c&d|e*?/", "/-/");
    private static final List<String> TAG_TEXTS =
            List.of("", "Ünïcødé", "日本語", "a=b", "two words", "x:y/z", "🚀", "team", "Cost Center");
    static final List<String> AWS_POLICIES = List.of(
            "arn:aws:iam::aws:policy/ReadOnlyAccess",
            "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
            "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");

    private final Random random;
    private final Account account;
    private final Set<String> taken = new HashSet<>();
    private int serial;

    private RandomAccount(long seed) {
        this.random = new Random(seed);
        this.account = new Account(String.format("%012d", 100_000_000_000L + Math.floorMod(seed, 800_000_000_000L)));
    }

    static Account of(long seed) {
        return new RandomAccount(seed).make();
    }

    private Account make() {
        times(1, 5, () -> {
            var policy = new Account.Policy(account.id, path(), name("policy", 64));
            times(1, 4, () -> policy.versions.add("v" + (policy.versions.size() * 2 + 1)));
            policy.defaultVersion = pick(policy.versions);
            account.policies.put(policy.arn, policy);
        });
        times(0, 4, () -> put(account.groups, new Account.Group(account.id, path(), name("group", 64))));
        account.groups.values().forEach(this::permissions);
        times(1, 6, this::user);
        times(1, 6, this::role);
        times(0, 3, this::profile);
        times(0, 2, () -> account.virtualDevices.add(arn("mfa", name("mfa", 64))));
        if (chance(2)) {
            var device = arn("mfa", "root-account-mfa-device");
            account.virtualDevices.add(device);
            account.rootDevices.add(device);
        }
        times(0, 2, () -> account.providers.add(arn("saml-provider", name("saml", 40))));
        times(
                0,
                2,
                () -> account.providers.add(arn(
                        "oidc-provider", pick(List.of("token.actions.githubusercontent.com", "example.org/id/A1B2")))));
        times(0, 2, this::certificate);
        serviceLinkedRoles();
        if (chance(3)) {
            var role = new Account.Role(
                    account.id,
                    "/aws-reserved/sso.amazonaws.com/eu-west-1/",
                    "AWSReservedSSO_Admin_" + Integer.toHexString(random.nextInt()));
            permissions(role);
            put(account.roles, role);
        }
        return account;
    }

    private void user() {
        var user = new Account.User(account.id, path(), name("user", 64));
        tags(user);
        permissions(user);
        bound(user);
        if (chance(2)) {
            account.groups.keySet().stream().filter(g -> chance(2)).forEach(user.groups::add);
        }
        if (chance(2)) {
            times(1, 2, () -> user.keys.put(id("AKIA"), chance(2) ? "Active" : "Inactive"));
        }
        if (chance(4)) {
            times(1, 2, () -> user.certificates.put(id("CERT"), chance(2) ? "Active" : "Inactive"));
        }
        if (chance(4)) {
            times(1, 2, () -> user.sshKeys.add(id("APKA")));
        }
        if (chance(4)) {
            times(
                    1,
                    2,
                    () -> user.serviceCredentials.put(
                            id("ACCA"), pick(List.of("codecommit.amazonaws.com", "bedrock.amazonaws.com"))));
        }
        if (chance(3)) {
            var virtual = arn("mfa", name("mfa", 64));
            account.virtualDevices.add(virtual);
            user.devices.add(virtual);
        }
        if (chance(5)) {
            user.devices.add(arn("u2f/user/" + user.name, "key-" + serial++));
        }
        if (chance(6)) {
            user.devices.add("GAHT" + (10_000_000 + serial++));
        }
        if (chance(8)) {
            user.devices.add(arn("sms-mfa", user.name));
        }
        user.password = chance(2);
        user.fresh = user.password && chance(4) ? 1 : 0;
        put(account.users, user);
    }

    private void role() {
        var role = new Account.Role(account.id, path(), name("role", 64));
        tags(role);
        permissions(role);
        bound(role);
        account.users.values().stream().filter(u -> chance(5)).forEach(u -> role.trusted.add(u.arn));
        put(account.roles, role);
    }

    private void profile() {
        var profile = new Account.Profile(account.id, path(), name("profile", 128));
        var roles =
                account.roles.values().stream().filter(r -> !r.untouchable()).toList();
        if (chance(2) && !roles.isEmpty()) {
            profile.role = pick(roles).name;
        }
        put(account.profiles, profile);
    }

    private void certificate() {
        var certificate = new Account.Certificate(account.id, path(), name("certificate", 64));
        put(account.certificates, certificate);
        if (chance(3)) {
            resource("eu-west-1", "AWS::ElasticLoadBalancing::LoadBalancer", "classic-" + serial++, certificate.arn);
        } else if (chance(3)) {
            resource(
                    "us-west-2",
                    InUse.BALANCERS,
                    "arn:aws:elasticloadbalancing:us-west-2:" + account.id + ":loadbalancer/net/n" + serial++
                            + "/50dc6c49",
                    certificate.arn);
        }
    }

    private void serviceLinkedRoles() {
        if (chance(2)) {
            serviceLinked("elasticloadbalancing.amazonaws.com", "AWSServiceRoleForElasticLoadBalancing");
        }
        if (chance(3)) {
            serviceLinked("rds.amazonaws.com", "AWSServiceRoleForRDS");
            if (chance(2)) {
                resource(
                        "us-east-2",
                        pick(List.of("AWS::RDS::DBInstance", "AWS::Neptune::DBCluster")),
                        "db-" + serial++,
                        "");
            }
        }
        if (chance(2)) {
            var plain = serviceLinked("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling");
            var suffixed = serviceLinked("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling_" + name("", 20));
            if (chance(2)) {
                resource("us-west-2", InUse.GROUPS, "group " + serial++, chance(2) ? plain.arn : suffixed.arn);
            }
        }
    }

    private Account.Role serviceLinked(String principal, String name) {
        var role = new Account.Role(account.id, "/aws-service-role/" + principal + "/", name);
        role.attached.add("arn:aws:iam::aws:policy/aws-service-role/" + name.replaceFirst("_.*", "") + "Policy");
        return (Account.Role) put(account.roles, role);
    }

    private void resource(String region, String type, String identifier, String uses) {
        account.resources
                .computeIfAbsent(new Account.Place(region, type), place -> new java.util.LinkedHashSet<>())
                .add(new Account.Resource(identifier, uses));
    }

    private void permissions(Holder holder) {
        if (chance(2)) {
            account.policies.keySet().stream().filter(p -> chance(3)).forEach(holder.attached::add);
        }
        AWS_POLICIES.stream().filter(p -> chance(5)).forEach(holder.attached::add);
        if (chance(3)) {
            times(1, 2, () -> holder.inline.add(chance(5) ? holder.name : name("inline", 128)));
        }
    }

    private void bound(Holder holder) {
        if (chance(3)) {
            holder.boundary = chance(4) ? AWS_POLICIES.get(0) : pick(account.policies.keySet());
        }
    }

    private void tags(Holder holder) {
        times(0, 3, () -> holder.tags.put(pick(TAG_TEXTS) + "k" + serial++, pick(TAG_TEXTS)));
    }

    private static <T extends Account.Named> Account.Named put(java.util.Map<String, T> all, T it) {
        all.put(it.name, it);
        return it;
    }

    /** A name that nothing of its kind has, in any spelling: IAM's names differ by more than case. */
    private String name(String kind, int most) {
        while (true) {
            var text = chance(4)
                    ? pick(ODD_NAMES)
                    : random.ints(1 + random.nextInt(chance(6) ? most : Math.min(most, 12)), 0, NAME.length())
                            .mapToObj(i -> NAME.substring(i, i + 1))
                            .collect(java.util.stream.Collectors.joining());
            if (taken.add(kind + " " + text.toLowerCase(Locale.ROOT))) {
                return text;
            }
        }
    }

    private String path() {
        return pick(PATHS);
    }

    private String arn(String type, String name) {
        return "arn:aws:iam::" + account.id + ":" + type + "/" + name;
    }

    private String id(String prefix) {
        return prefix + String.format("%016X", random.nextLong() & 0xFFFFFFFFFFFFL);
    }

    private <T> T pick(Collection<T> from) {
        return new ArrayList<>(from).get(random.nextInt(from.size()));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private void times(int least, int most, Runnable what) {
        for (int n = least + random.nextInt(most - least + 1); n > 0; n--) {
            what.run();
        }
    }
}
