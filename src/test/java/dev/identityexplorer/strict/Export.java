package dev.identityexplorer.strict;

import static dev.identityexplorer.strict.Lists.DATE;

import dev.identityexplorer.strict.Account.Holder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The bundle that the AWS CLI would write of an account: all that verdicts can rest on, in shapes drawn by lot. */
final class Export {

    static final List<String> REGIONS = List.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ap-south-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "eu-central-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eu-north-1",
            "sa-east-1");
    static final String DETAILS = "global/iam-get-account-authorization-details";

    private static final String NOW = java.time.Instant.now().toString();

    private final Account account;
    private final Random random;
    private final Lists lists;
    private final Map<String, String> files = new TreeMap<>();

    private Export(Account account, long seed) {
        this.account = account;
        this.random = new Random(seed);
        this.lists = new Lists(account);
    }

    /** Contents by name below the account's folder. */
    static Map<String, String> of(Account account, long seed) {
        var export = new Export(account, seed);
        export.details();
        export.rest();
        account.users.values().forEach(export::credentials);
        new Inventories(account, export.files).write();
        return export.files;
    }

    private void put(String name, Map<String, Object> answer) {
        files.put(name, Output.json(answer));
    }

    private void details() {
        var whole = new LinkedHashMap<String, List<Object>>();
        whole.put(
                "UserDetailList",
                new ArrayList<>(account.users.values().stream().map(this::user).toList()));
        whole.put(
                "GroupDetailList",
                new ArrayList<>(
                        account.groups.values().stream().map(this::group).toList()));
        whole.put(
                "RoleDetailList",
                new ArrayList<>(account.roles.values().stream().map(this::role).toList()));
        whole.put(
                "Policies",
                new ArrayList<>(
                        account.policies.values().stream().map(this::policy).toList()));
        switch (random.nextInt(4)) {
            case 0 ->
                new Pages(whole, 1 + random.nextInt(5))
                        .asApi()
                        .forEach((n, page) -> put(DETAILS + "/p" + n + ".json", page));
            case 1 ->
                new Pages(whole, 1 + random.nextInt(3))
                        .asCli()
                        .forEach((n, page) -> put(DETAILS + "/p" + n + ".json", page));
            case 2 -> {
                var text = new StringBuilder();
                new Pages(whole, 1 + random.nextInt(5))
                        .asApi()
                        .values()
                        .forEach(page -> text.append(Output.json(page)));
                files.put(DETAILS + ".json", text.toString());
            }
            default -> put(DETAILS + ".json", new LinkedHashMap<>(whole));
        }
    }

    private Object document(String text) {
        return random.nextBoolean()
                ? URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")
                : parsed(text);
    }

    private static Object parsed(String text) {
        try {
            return Output.JSON.readValue(text, Object.class);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Object> inline(Holder holder) {
        var list = new ArrayList<Object>();
        holder.inline.forEach(name -> list.add(Map.of(
                "PolicyName", name, "PolicyDocument", document("{\"Version\": \"2012-10-17\", \"Statement\": []}"))));
        return list;
    }

    private static void bound(Holder holder, Map<String, Object> map) {
        if (!holder.boundary.isEmpty()) {
            map.put(
                    "PermissionsBoundary",
                    Map.of("PermissionsBoundaryType", "Policy", "PermissionsBoundaryArn", holder.boundary));
        }
        map.put(
                "Tags",
                holder.tags.entrySet().stream()
                        .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
                        .toList());
    }

    private Object user(Account.User user) {
        var map = Lists.entity("User", user);
        if (!user.inline.isEmpty()) {
            map.put("UserPolicyList", inline(user));
        }
        map.put("GroupList", List.copyOf(user.groups));
        map.put("AttachedManagedPolicies", Lists.attached(user));
        bound(user, map);
        return map;
    }

    private Object group(Account.Group group) {
        var map = Lists.entity("Group", group);
        map.put("GroupPolicyList", inline(group));
        map.put("AttachedManagedPolicies", Lists.attached(group));
        return map;
    }

    private Object role(Account.Role role) {
        var map = Lists.entity("Role", role);
        var principals = role.trusted.isEmpty()
                ? Map.of("Service", "ec2.amazonaws.com")
                : Map.of("AWS", List.copyOf(role.trusted));
        map.put(
                "AssumeRolePolicyDocument",
                document(Output.json(Map.of(
                        "Version",
                        "2012-10-17",
                        "Statement",
                        List.of(Map.of("Effect", "Allow", "Action", "sts:AssumeRole", "Principal", principals))))));
        map.put("InstanceProfileList", lists.profilesOf(role.name));
        map.put("RolePolicyList", inline(role));
        map.put("AttachedManagedPolicies", Lists.attached(role));
        bound(role, map);
        map.put("RoleLastUsed", Map.of());
        return map;
    }

    private Object policy(Account.Policy policy) {
        var map = Lists.entity("Policy", policy);
        long attached =
                holders().filter(holder -> holder.attached.contains(policy.arn)).count();
        long bounded =
                holders().filter(holder -> holder.boundary.equals(policy.arn)).count();
        map.put("DefaultVersionId", policy.defaultVersion);
        map.put("AttachmentCount", attached);
        map.put("PermissionsBoundaryUsageCount", bounded);
        map.put("IsAttachable", true);
        map.put("UpdateDate", DATE);
        map.put("PolicyVersionList", Lists.versions(policy));
        return map;
    }

    private java.util.stream.Stream<Holder> holders() {
        return java.util.stream.Stream.of(account.users.values(), account.groups.values(), account.roles.values())
                .flatMap(java.util.Collection::stream);
    }

    private void rest() {
        put(
                "global/iam-get-account-summary.json",
                Map.of(
                        "SummaryMap",
                        Map.of(
                                "Users", account.users.size(),
                                "Groups", account.groups.size(),
                                "Roles", account.roles.size(),
                                "Policies", account.policies.size())));
        put("global/iam-list-virtual-mfa-devices.json", lists.virtualDevices(""));
        put(
                "global/iam-list-instance-profiles.json",
                Map.of(
                        "InstanceProfiles",
                        account.profiles.values().stream().map(lists::profile).toList()));
        put(
                "global/iam-list-server-certificates.json",
                Map.of(
                        "ServerCertificateMetadataList",
                        account.certificates.values().stream()
                                .map(certificate -> Lists.entity("ServerCertificate", certificate))
                                .toList()));
        put("global/iam-list-saml-providers.json", Map.of("SAMLProviderList", providers(":saml-provider/")));
        put(
                "global/iam-list-open-id-connect-providers.json",
                Map.of("OpenIDConnectProviderList", providers(":oidc-provider/")));
        put(
                "global/account-list-regions.json",
                Map.of(
                        "Regions",
                        Stream.concat(
                                        REGIONS.stream()
                                                .map(name -> Map.of(
                                                        "RegionName", name, "RegionOptStatus", "ENABLED_BY_DEFAULT")),
                                        Stream.of(Map.of("RegionName", "me-south-1", "RegionOptStatus", "DISABLED")))
                                .toList()));
        var report = new Report(account, random.nextBoolean()).text();
        if (random.nextBoolean()) {
            files.put("global/iam-get-credential-report.csv", report);
        } else {
            put(
                    "global/iam-get-credential-report.json",
                    Map.of(
                            "Content",
                            Base64.getEncoder().encodeToString(report.getBytes(StandardCharsets.UTF_8)),
                            "ReportFormat",
                            "text/csv",
                            "GeneratedTime",
                            NOW));
        }
    }

    private List<Map<String, String>> providers(String type) {
        return account.providers.stream()
                .filter(arn -> arn.contains(type))
                .map(arn -> Map.of("Arn", arn, "CreateDate", DATE))
                .toList();
    }

    /** The lists of one user, under the name that a file system takes. */
    private void credentials(Account.User user) {
        var name = "/" + URLEncoder.encode(user.name, StandardCharsets.UTF_8) + ".json";
        put("global/iam-list-access-keys" + name, Lists.keys(user));
        put("global/iam-list-mfa-devices" + name, Lists.devices(user));
        put("global/iam-list-ssh-public-keys" + name, Lists.sshKeys(user));
        put("global/iam-list-signing-certificates" + name, Lists.certificates(user));
        put("global/iam-list-service-specific-credentials" + name, Lists.serviceCredentials(user));
        if (user.password) {
            put("global/iam-get-login-profile" + name, Lists.loginProfile(user));
        } else {
            files.put(
                    "global/iam-get-login-profile" + name,
                    "\nAn error occurred (NoSuchEntity) when calling the GetLoginProfile operation: Login Profile for"
                            + " User cannot be found.\n");
        }
    }
}
