package dev.identityexplorer.strict;

import dev.identityexplorer.strict.Account.Holder;
import dev.identityexplorer.strict.Account.User;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * IAM as its API Reference and User Guide describe it, over one account: what it lets go, and what it refuses with which
 * error. Reading calls are in {@link Lists}.
 */
final class Iam {

    private final Account account;
    private final DeletionTasks tasks;

    Iam(Account account) {
        this.account = account;
        this.tasks = new DeletionTasks(account);
    }

    /**
     * Does what the call asks for.
     *
     * @return what the AWS CLI prints, as maps and lists; empty where it prints nothing
     * @throws IamError where AWS refuses
     */
    Map<String, Object> call(Command c) {
        switch (c.operation()) {
            case "sts get-caller-identity" -> {
                c.with();
                return Map.of("Account", account.id, "Arn", "arn:aws:iam::" + account.id + ":user/administrator");
            }
            case "iam delete-user" -> deleteUser(user(c.with("--user-name")));
            case "iam delete-group" -> deleteGroup(c.with("--group-name").get("--group-name"));
            case "iam delete-role" -> deleteRole(role(c.with("--role-name")));
            case "iam delete-service-linked-role" -> {
                return tasks.start(c.with("--role-name").get("--role-name"));
            }
            case "iam get-service-linked-role-deletion-status" -> {
                return tasks.status(c.with("--deletion-task-id").get("--deletion-task-id"));
            }
            case "iam delete-policy" -> deletePolicy(c.with("--policy-arn").get("--policy-arn"));
            case "iam delete-policy-version" -> deleteVersion(c.with("--policy-arn", "--version-id"));
            case "iam delete-instance-profile" -> deleteProfile(c.with("--instance-profile-name"));
            case "iam remove-role-from-instance-profile" ->
                removeRole(c.with("--instance-profile-name", "--role-name"));
            case "iam delete-server-certificate" ->
                deleteCertificate(c.with("--server-certificate-name").get("--server-certificate-name"));
            case "iam delete-virtual-mfa-device" ->
                deleteDevice(c.with("--serial-number").get("--serial-number"));
            case "iam delete-saml-provider" ->
                gone(account.providers.remove(c.with("--saml-provider-arn").get("--saml-provider-arn")), "Provider");
            case "iam delete-open-id-connect-provider" ->
                account.providers.remove(
                        c.with("--open-id-connect-provider-arn").get("--open-id-connect-provider-arn"));
            case "iam detach-user-policy" -> detach(user(c.with("--user-name", "--policy-arn")), c);
            case "iam detach-group-policy" -> detach(group(c.with("--group-name", "--policy-arn")), c);
            case "iam detach-role-policy" -> detach(touched(role(c.with("--role-name", "--policy-arn"))), c);
            case "iam delete-user-policy" -> inline(user(c.with("--user-name", "--policy-name")), c);
            case "iam delete-group-policy" -> inline(group(c.with("--group-name", "--policy-name")), c);
            case "iam delete-role-policy" -> inline(touched(role(c.with("--role-name", "--policy-name"))), c);
            case "iam delete-user-permissions-boundary" -> unbound(user(c.with("--user-name")));
            case "iam delete-role-permissions-boundary" -> unbound(touched(role(c.with("--role-name"))));
            case "iam remove-user-from-group" -> {
                var user = user(c.with("--group-name", "--user-name"));
                group(c);
                gone(user.groups.remove(c.get("--group-name")), "The user in the group");
            }
            case "iam delete-login-profile" -> deletePassword(user(c.with("--user-name")));
            case "iam delete-access-key" ->
                gone(
                        user(c.with("--user-name", "--access-key-id")).keys.remove(c.get("--access-key-id")) != null,
                        "Key");
            case "iam delete-signing-certificate" ->
                gone(
                        user(c.with("--user-name", "--certificate-id"))
                                        .certificates
                                        .remove(c.get("--certificate-id"))
                                != null,
                        "Certificate");
            case "iam delete-ssh-public-key" ->
                gone(
                        user(c.with("--user-name", "--ssh-public-key-id"))
                                .sshKeys
                                .remove(c.get("--ssh-public-key-id")),
                        "Key");
            case "iam delete-service-specific-credential" ->
                gone(
                        user(c.with("--user-name", "--service-specific-credential-id"))
                                        .serviceCredentials
                                        .remove(c.get("--service-specific-credential-id"))
                                != null,
                        "Credential");
            case "iam deactivate-mfa-device" -> deactivate(c.with("--user-name", "--serial-number"));
            default -> {
                return new Lists(account).call(c);
            }
        }
        return Map.of();
    }

    private User user(Command c) {
        return found(account.users, c.get("--user-name"), "The user");
    }

    private Holder group(Command c) {
        return found(account.groups, c.get("--group-name"), "The group");
    }

    private Account.Role role(Command c) {
        return found(account.roles, c.get("--role-name"), "The role");
    }

    static <T> T found(Map<String, T> all, String name, String what) {
        var it = all.get(name);
        if (it == null) {
            throw IamError.none(what + " with name " + name);
        }
        return it;
    }

    private static Account.Role touched(Account.Role role) {
        if (role.untouchable()) {
            throw new IamError("UnmodifiableEntity", "Cannot perform the operation on the protected role " + role.name);
        }
        return role;
    }

    private static void gone(boolean was, String what) {
        if (!was) {
            throw IamError.none(what);
        }
    }

    private static void empty(Collection<?> things, String what) {
        if (!things.isEmpty()) {
            throw IamError.conflict(what);
        }
    }

    private void deleteUser(User user) {
        if (user.password) {
            throw IamError.conflict("delete login profile");
        }
        empty(user.keys.keySet(), "delete access keys");
        empty(user.certificates.keySet(), "delete signing certificates");
        empty(user.sshKeys, "delete SSH public keys");
        empty(user.serviceCredentials.keySet(), "delete service specific credentials");
        empty(user.devices, "delete MFA device");
        empty(user.inline, "delete policies");
        empty(user.attached, "detach all policies");
        empty(user.groups, "remove users from group");
        account.users.remove(user.name);
    }

    private void deleteGroup(String name) {
        var group = found(account.groups, name, "The group");
        empty(
                account.users.values().stream()
                        .filter(user -> user.groups.contains(name))
                        .toList(),
                "remove users from group");
        empty(group.inline, "delete policies");
        empty(group.attached, "detach all policies");
        account.groups.remove(name);
    }

    private void deleteRole(Account.Role role) {
        touched(role);
        empty(role.attached, "detach all policies");
        empty(role.inline, "delete policies");
        empty(
                account.profiles.values().stream()
                        .filter(profile -> profile.role.equals(role.name))
                        .toList(),
                "remove roles from instance profile");
        account.roles.remove(role.name);
    }

    private List<Holder> holders() {
        return java.util.stream.Stream.<Collection<? extends Holder>>of(
                        account.users.values(), account.groups.values(), account.roles.values())
                .<Holder>flatMap(Collection::stream)
                .toList();
    }

    private void deletePolicy(String arn) {
        var policy = found(account.policies, arn, "Policy");
        var users = holders().stream()
                .filter(holder -> holder.attached.contains(arn) || holder.boundary.equals(arn))
                .toList();
        empty(users, "detach the policy");
        if (policy.versions.size() > 1) {
            throw IamError.conflict("delete all non-default versions");
        }
        account.policies.remove(arn);
    }

    private void deleteVersion(Command c) {
        var policy = found(account.policies, c.get("--policy-arn"), "Policy");
        if (policy.defaultVersion.equals(c.get("--version-id"))) {
            throw new IamError("DeleteConflict", "Cannot delete the default version of a policy.");
        }
        gone(policy.versions.remove(c.get("--version-id")), "Version");
    }

    private void deleteProfile(Command c) {
        var profile = found(account.profiles, c.get("--instance-profile-name"), "Instance profile");
        if (!profile.role.isEmpty()) {
            throw IamError.conflict("remove roles from instance profile");
        }
        account.profiles.remove(profile.name);
    }

    private void removeRole(Command c) {
        var profile = found(account.profiles, c.get("--instance-profile-name"), "Instance profile");
        touched(role(c));
        gone(profile.role.equals(c.get("--role-name")), "The role in the instance profile");
        profile.role = "";
    }

    private void deleteCertificate(String name) {
        var certificate = found(account.certificates, name, "The server certificate");
        boolean served = account.resources.values().stream()
                .flatMap(Collection::stream)
                .anyMatch(resource -> resource.uses().equals(certificate.arn));
        if (served) {
            throw new IamError("DeleteConflict", "Certificate: " + name + " is currently in use.");
        }
        account.certificates.remove(name);
    }

    private void deleteDevice(String serial) {
        gone(account.virtualDevices.contains(serial), "Virtual MFA device");
        if (!account.assignee(serial).isEmpty()) {
            throw new IamError("DeleteConflict", "MFA VirtualDevice in use. Must deactivate first.");
        }
        account.virtualDevices.remove(serial);
    }

    private void detach(Holder holder, Command c) {
        gone(holder.attached.remove(c.get("--policy-arn")), "The attachment");
    }

    private void inline(Holder holder, Command c) {
        gone(holder.inline.remove(c.get("--policy-name")), "The inline policy");
    }

    private static void unbound(Holder holder) {
        gone(!holder.boundary.isEmpty(), "The permissions boundary");
        holder.boundary = "";
    }

    private static void deletePassword(User user) {
        gone(user.password, "Login profile");
        if (user.fresh-- > 0) {
            throw new IamError("EntityTemporarilyUnmodifiable", "Login profile cannot be modified yet.");
        }
        user.password = false;
    }

    private void deactivate(Command c) {
        gone(user(c).devices.remove(c.get("--serial-number")), "MFA device");
    }
}
