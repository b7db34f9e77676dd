package dev.identityexplorer.strict;

import dev.identityexplorer.strict.Account.Holder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What would happen to one entity, told from the account itself and from nothing that the program says.
 *
 * @param call the bare call that deletes it
 * @param blockers the ids of all that stands in its way, as answers call them
 */
record Fate(String id, List<String> call, Set<String> blockers) {

    /** All entities that a call of IAM deletes, by id. */
    static Map<String, Fate> all(Account account) {
        var fates = new Fates(account);
        account.users.values().forEach(fates::user);
        account.groups.values().forEach(fates::group);
        account.roles.values().forEach(fates::role);
        account.policies.values().forEach(fates::policy);
        account.profiles.values().forEach(fates::profile);
        account.certificates.values().forEach(fates::certificate);
        account.virtualDevices.forEach(fates::device);
        account.providers.forEach(fates::provider);
        return fates.all;
    }

    /** Whether it is there. */
    static boolean exists(Account account, String id) {
        return all(account).containsKey(id);
    }

    private static final class Fates {
        private final Account account;
        private final Map<String, Fate> all = new LinkedHashMap<>();

        Fates(Account account) {
            this.account = account;
        }

        private void add(String id, Set<String> blockers, String... call) {
            all.put(id, new Fate(id, List.of(call), new TreeSet<>(blockers)));
        }

        private static Set<String> permissions(Holder holder) {
            var blockers = new LinkedHashSet<>(holder.attached);
            holder.inline.forEach(name -> blockers.add(holder.arn + "/inline-policy/" + name));
            return blockers;
        }

        private void inline(Holder holder, String kind) {
            holder.inline.forEach(name -> add(
                    holder.arn + "/inline-policy/" + name,
                    Set.of(),
                    "iam",
                    "delete-" + kind + "-policy",
                    "--" + kind + "-name=" + holder.name,
                    "--policy-name=" + name));
        }

        void user(Account.User user) {
            var blockers = permissions(user);
            user.groups.forEach(name -> blockers.add(account.groups.get(name).arn));
            var held = new ArrayList<List<String>>();
            user.keys.keySet().forEach(id -> held.add(List.of("access-key", id, "delete-access-key", "access-key-id")));
            user.certificates
                    .keySet()
                    .forEach(id -> held.add(
                            List.of("signing-certificate", id, "delete-signing-certificate", "certificate-id")));
            user.sshKeys.forEach(
                    id -> held.add(List.of("ssh-public-key", id, "delete-ssh-public-key", "ssh-public-key-id")));
            user.serviceCredentials
                    .keySet()
                    .forEach(id -> held.add(List.of(
                            "service-specific-credential",
                            id,
                            "delete-service-specific-credential",
                            "service-specific-credential-id")));
            user.devices.stream()
                    .filter(serial -> !account.virtualDevices.contains(serial))
                    .forEach(serial ->
                            held.add(List.of("mfa-device", serial, "deactivate-mfa-device", "serial-number")));
            for (var one : held) {
                var id = one.get(1).startsWith("arn:") ? one.get(1) : user.arn + "/" + one.get(0) + "/" + one.get(1);
                blockers.add(id);
                add(id, Set.of(), "iam", one.get(2), "--user-name=" + user.name, "--" + one.get(3), one.get(1));
            }
            user.devices.stream().filter(account.virtualDevices::contains).forEach(blockers::add);
            if (user.password) {
                blockers.add(user.arn + "/login-profile");
                add(user.arn + "/login-profile", Set.of(), "iam", "delete-login-profile", "--user-name=" + user.name);
            }
            inline(user, "user");
            add(user.arn, blockers, "iam", "delete-user", "--user-name=" + user.name);
        }

        void group(Account.Group group) {
            var blockers = permissions(group);
            account.users.values().stream()
                    .filter(user -> user.groups.contains(group.name))
                    .forEach(user -> blockers.add(user.arn));
            inline(group, "group");
            add(group.arn, blockers, "iam", "delete-group", "--group-name=" + group.name);
        }

        void role(Account.Role role) {
            if (role.serviceLinked()) {
                add(
                        role.arn,
                        Set.copyOf(InUse.keepers(account, role)),
                        "iam",
                        "delete-service-linked-role",
                        "--role-name=" + role.name);
                return;
            }
            var blockers = permissions(role);
            account.profiles.values().stream()
                    .filter(profile -> profile.role.equals(role.name))
                    .forEach(profile -> blockers.add(profile.arn));
            inline(role, "role");
            add(role.arn, blockers, "iam", "delete-role", "--role-name=" + role.name);
        }

        void policy(Account.Policy policy) {
            var blockers = new LinkedHashSet<String>();
            java.util.stream.Stream.<java.util.Collection<? extends Holder>>of(
                            account.users.values(), account.groups.values(), account.roles.values())
                    .flatMap(java.util.Collection::stream)
                    .filter(holder -> holder.attached.contains(policy.arn) || holder.boundary.equals(policy.arn))
                    .forEach(holder -> blockers.add(holder.arn));
            for (var version : policy.versions) {
                boolean isDefault = version.equals(policy.defaultVersion);
                if (!isDefault) {
                    blockers.add(policy.arn + "/version/" + version);
                }
                add(
                        policy.arn + "/version/" + version,
                        isDefault ? Set.of(policy.arn) : Set.of(),
                        "iam",
                        "delete-policy-version",
                        "--policy-arn",
                        policy.arn,
                        "--version-id",
                        version);
            }
            add(policy.arn, blockers, "iam", "delete-policy", "--policy-arn", policy.arn);
        }

        void profile(Account.Profile profile) {
            add(
                    profile.arn,
                    profile.role.isEmpty() ? Set.of() : Set.of(account.roles.get(profile.role).arn),
                    "iam",
                    "delete-instance-profile",
                    "--instance-profile-name=" + profile.name);
        }

        void certificate(Account.Certificate certificate) {
            var blockers = new LinkedHashSet<String>();
            account.resources.forEach((place, resources) -> resources.stream()
                    .filter(resource -> resource.uses().equals(certificate.arn))
                    .forEach(resource -> blockers.add(Inventories.user(account, place, resource))));
            add(
                    certificate.arn,
                    blockers,
                    "iam",
                    "delete-server-certificate",
                    "--server-certificate-name=" + certificate.name);
        }

        void device(String serial) {
            var assignee = account.assignee(serial);
            add(
                    serial,
                    assignee.isEmpty() ? Set.of() : Set.of(assignee),
                    "iam",
                    "delete-virtual-mfa-device",
                    "--serial-number",
                    serial);
        }

        void provider(String arn) {
            boolean saml = arn.contains(":saml-provider/");
            add(
                    arn,
                    Set.of(),
                    "iam",
                    saml ? "delete-saml-provider" : "delete-open-id-connect-provider",
                    saml ? "--saml-provider-arn" : "--open-id-connect-provider-arn",
                    arn);
        }
    }
}
