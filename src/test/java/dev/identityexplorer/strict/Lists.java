package dev.identityexplorer.strict;

import dev.identityexplorer.strict.Account.Holder;
import dev.identityexplorer.strict.Account.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What IAM's reading calls answer about one account, as the AWS CLI prints it. */
final class Lists {

    static final String DATE = "2024-05-06T07:08:09+00:00";

    private final Account account;

    Lists(Account account) {
        this.account = account;
    }

    Map<String, Object> call(Command c) {
        return switch (c.operation()) {
            case "iam list-access-keys" -> keys(user(c.with("--user-name")));
            case "iam list-mfa-devices" -> devices(user(c.with("--user-name")));
            case "iam get-login-profile" -> loginProfile(user(c.with("--user-name")));
            case "iam list-ssh-public-keys" -> sshKeys(user(c.with("--user-name")));
            case "iam list-signing-certificates" -> certificates(user(c.with("--user-name")));
            case "iam list-service-specific-credentials" -> serviceCredentials(user(c.with("--user-name")));
            case "iam list-groups-for-user" ->
                Map.of(
                        "Groups",
                        user(c.with("--user-name")).groups.stream()
                                .map(name -> entity("Group", account.groups.get(name)))
                                .toList());
            case "iam list-user-policies" -> Map.of("PolicyNames", List.copyOf(user(c.with("--user-name")).inline));
            case "iam list-attached-user-policies" -> Map.of("AttachedPolicies", attached(user(c.with("--user-name"))));
            case "iam list-group-policies" -> Map.of("PolicyNames", List.copyOf(group(c.with("--group-name")).inline));
            case "iam list-attached-group-policies" ->
                Map.of("AttachedPolicies", attached(group(c.with("--group-name"))));
            case "iam get-group" -> group(c.with("--group-name").get("--group-name"));
            case "iam get-role" -> Map.of("Role", entity("Role", role(c.with("--role-name"))));
            case "iam list-role-policies" -> Map.of("PolicyNames", List.copyOf(role(c.with("--role-name")).inline));
            case "iam list-attached-role-policies" -> Map.of("AttachedPolicies", attached(role(c.with("--role-name"))));
            case "iam list-instance-profiles-for-role" ->
                Map.of("InstanceProfiles", profilesOf(role(c.with("--role-name")).name));
            case "iam get-instance-profile" ->
                Map.of(
                        "InstanceProfile",
                        profile(Iam.found(
                                account.profiles,
                                c.with("--instance-profile-name").get("--instance-profile-name"),
                                "Profile")));
            case "iam list-policy-versions" ->
                Map.of("Versions", versions(policy(c.with("--policy-arn").get("--policy-arn"))));
            case "iam list-entities-for-policy" -> entities(c);
            case "iam list-virtual-mfa-devices" -> virtualDevices(c);
            default -> throw Command.usage(c.operation() + " is not a call that this account knows.");
        };
    }

    private Account.User user(Command c) {
        return Iam.found(account.users, c.get("--user-name"), "The user");
    }

    private Account.Group group(Command c) {
        return Iam.found(account.groups, c.get("--group-name"), "The group");
    }

    private Account.Role role(Command c) {
        return Iam.found(account.roles, c.get("--role-name"), "The role");
    }

    private Account.Policy policy(String arn) {
        return Iam.found(account.policies, arn, "Policy");
    }

    static Map<String, Object> keys(Account.User user) {
        var keys = new ArrayList<Object>();
        user.keys.forEach((id, status) ->
                keys.add(Map.of("UserName", user.name, "AccessKeyId", id, "Status", status, "CreateDate", DATE)));
        return Map.of("AccessKeyMetadata", keys);
    }

    static Map<String, Object> devices(Account.User user) {
        return Map.of(
                "MFADevices",
                user.devices.stream()
                        .map(serial -> Map.of("UserName", user.name, "SerialNumber", serial, "EnableDate", DATE))
                        .toList());
    }

    static Map<String, Object> loginProfile(Account.User user) {
        if (!user.password) {
            throw IamError.none("Login Profile for User " + user.name);
        }
        return Map.of(
                "LoginProfile", Map.of("UserName", user.name, "CreateDate", DATE, "PasswordResetRequired", false));
    }

    static Map<String, Object> sshKeys(Account.User user) {
        return Map.of(
                "SSHPublicKeys",
                user.sshKeys.stream()
                        .map(id -> Map.of(
                                "UserName", user.name, "SSHPublicKeyId", id, "Status", "Active", "UploadDate", DATE))
                        .toList());
    }

    static Map<String, Object> certificates(Account.User user) {
        var certificates = new ArrayList<Object>();
        user.certificates.forEach((id, status) -> certificates.add(Map.of(
                "UserName",
                user.name,
                "CertificateId",
                id,
                "CertificateBody",
                "…",
                "Status",
                status,
                "UploadDate",
                DATE)));
        return Map.of("Certificates", certificates);
    }

    static Map<String, Object> serviceCredentials(Account.User user) {
        var credentials = new ArrayList<Object>();
        user.serviceCredentials.forEach((id, service) -> credentials.add(Map.of(
                "UserName",
                user.name,
                "Status",
                "Active",
                "ServiceUserName",
                user.name + "-at-" + account(user),
                "CreateDate",
                DATE,
                "ServiceSpecificCredentialId",
                id,
                "ServiceName",
                service)));
        return Map.of("ServiceSpecificCredentials", credentials);
    }

    private static String account(Named it) {
        return it.arn.split(":")[4];
    }

    static List<Map<String, Object>> attached(Holder holder) {
        return holder.attached.stream()
                .map(arn ->
                        Map.<String, Object>of("PolicyName", arn.substring(arn.lastIndexOf('/') + 1), "PolicyArn", arn))
                .toList();
    }

    private Map<String, Object> group(String name) {
        var group = Iam.found(account.groups, name, "The group");
        var members = account.users.values().stream()
                .filter(user -> user.groups.contains(name))
                .map(user -> entity("User", user))
                .toList();
        return Map.of("Group", entity("Group", group), "Users", members);
    }

    List<Map<String, Object>> profilesOf(String role) {
        return account.profiles.values().stream()
                .filter(profile -> profile.role.equals(role))
                .map(this::profile)
                .toList();
    }

    Map<String, Object> profile(Account.Profile profile) {
        var map = entity("InstanceProfile", profile);
        map.put("Roles", profile.role.isEmpty() ? List.of() : List.of(entity("Role", account.roles.get(profile.role))));
        return map;
    }

    static List<Map<String, Object>> versions(Account.Policy policy) {
        return policy.versions.stream()
                .map(id -> Map.<String, Object>of(
                        "VersionId", id, "IsDefaultVersion", id.equals(policy.defaultVersion), "CreateDate", DATE))
                .toList();
    }

    private Map<String, Object> entities(Command c) {
        var filter = c.get("--entity-filter");
        c.with(filter.isEmpty() ? new String[] {"--policy-arn"} : new String[] {"--policy-arn", "--entity-filter"});
        var arn = policy(c.get("--policy-arn")).arn;
        return Map.of(
                "PolicyGroups", users("Group", filter, arn, account.groups.values()),
                "PolicyUsers", users("User", filter, arn, account.users.values()),
                "PolicyRoles", users("Role", filter, arn, account.roles.values()));
    }

    private static List<Map<String, String>> users(
            String kind, String filter, String arn, Collection<? extends Holder> holders) {
        return holders.stream()
                .filter(holder -> filter.isEmpty() || filter.equals(kind))
                .filter(holder -> holder.attached.contains(arn) || holder.boundary.equals(arn))
                .map(holder -> Map.of(kind + "Name", holder.name))
                .toList();
    }

    private Map<String, Object> virtualDevices(Command c) {
        var wanted = c.get("--assignment-status");
        c.with(wanted.isEmpty() ? new String[0] : new String[] {"--assignment-status"});
        return virtualDevices(wanted);
    }

    /** @param wanted {@code Assigned}, {@code Unassigned}, or all */
    Map<String, Object> virtualDevices(String wanted) {
        var devices = new ArrayList<Object>();
        for (var serial : account.virtualDevices) {
            var assignee = account.assignee(serial);
            if (wanted.isEmpty() || wanted.equals("Assigned") != assignee.isEmpty()) {
                var device = new LinkedHashMap<String, Object>();
                device.put("SerialNumber", serial);
                if (!assignee.isEmpty()) {
                    device.put("EnableDate", DATE);
                    device.put(
                            "User",
                            assignee.endsWith(":root")
                                    ? Map.of("UserId", account.id, "Arn", assignee, "CreateDate", DATE)
                                    : entity("User", byArn(assignee)));
                }
                devices.add(device);
            }
        }
        return Map.of("VirtualMFADevices", devices);
    }

    private Account.User byArn(String arn) {
        return account.users.values().stream()
                .filter(user -> user.arn.equals(arn))
                .findFirst()
                .orElseThrow();
    }

    /** What all answers show of an entity; {@code kind} stands before its name and its id. */
    static Map<String, Object> entity(String kind, Named it) {
        var map = new LinkedHashMap<String, Object>();
        map.put("Path", it.path);
        map.put(kind + "Name", it.name);
        map.put(kind + "Id", uniqueId(kind, it.arn));
        map.put("Arn", it.arn);
        map.put("CreateDate", DATE);
        return map;
    }

    private static String uniqueId(String kind, String arn) {
        var prefix =
                Map.of("User", "AIDA", "Group", "AGPA", "Role", "AROA", "InstanceProfile", "AIPA", "Policy", "ANPA");
        return prefix.getOrDefault(kind, "AXXX")
                + String.format("%016X", arn.hashCode() & 0xFFFFFFFFFFL).substring(0, 16);
    }
}
