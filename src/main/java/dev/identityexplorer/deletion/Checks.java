package dev.identityexplorer.deletion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The read-only calls that a plan makes before its first step, where the evidence did not show all: each prints nothing
 * but what the plan itself takes out of the way. So that a person learns of the rest before anything was changed, and
 * not in the middle.
 */
final class Checks {

    /**
     * One call.
     *
     * @param command with {@code {it.name}} and {@code {it.id}}
     * @param rules those whose blockers it lists
     * @param value what it prints of a blocker: {@code id}, {@code name} or a property; of the entity itself for {@code
     *     it.name}
     */
    private record Call(String command, Set<String> rules, String value) {}

    private static final String USER = " --user-name {it.name} --output text --query ";
    private static final String ROLE = " --role-name {it.name} --output text --query ";
    private static final String GROUP = " --group-name {it.name} --output text --query ";

    private static final Map<String, List<Call>> USERS = Map.of(
            "access-keys",
                    List.of(call(
                            "list-access-keys" + USER + "'AccessKeyMetadata[].AccessKeyId'",
                            "accessKeyId",
                            "user-access-key")),
            "mfa-devices",
                    List.of(call(
                            "list-mfa-devices" + USER + "'MFADevices[].SerialNumber'",
                            "serialNumber",
                            "user-mfa-device",
                            "user-virtual-mfa-device")),
            "signing-certificates",
                    List.of(call(
                            "list-signing-certificates" + USER + "'Certificates[].CertificateId'",
                            "certificateId",
                            "user-signing-certificate")),
            "ssh-public-keys",
                    List.of(call(
                            "list-ssh-public-keys" + USER + "'SSHPublicKeys[].SSHPublicKeyId'",
                            "sshPublicKeyId",
                            "user-ssh-public-key")),
            "service-specific-credentials",
                    List.of(call(
                            "list-service-specific-credentials" + USER
                                    + "'ServiceSpecificCredentials[].ServiceSpecificCredentialId'",
                            "serviceSpecificCredentialId",
                            "user-service-specific-credential")),
            "login-profile",
                    List.of(call(
                            "get-login-profile" + USER + "LoginProfile.UserName", "it.name", "user-login-profile")),
            "users",
                    List.of(
                            call(
                                    "list-groups-for-user" + USER + "'Groups[].GroupName'",
                                    "name",
                                    "user-group-membership"),
                            call("list-user-policies" + USER + "PolicyNames", "name", "user-inline-policy"),
                            call(
                                    "list-attached-user-policies" + USER + "'AttachedPolicies[].PolicyArn'",
                                    "id",
                                    "user-attached-policy")));

    private static final Map<String, List<Call>> ROLES = Map.of(
            "roles",
            List.of(
                    call("list-role-policies" + ROLE + "PolicyNames", "name", "role-inline-policy"),
                    call(
                            "list-attached-role-policies" + ROLE + "'AttachedPolicies[].PolicyArn'",
                            "id",
                            "role-attached-policy"),
                    call(
                            "list-instance-profiles-for-role" + ROLE + "'InstanceProfiles[].InstanceProfileName'",
                            "name",
                            "role-instance-profile")));

    private static final Map<String, List<Call>> GROUPS = Map.of(
            "users", List.of(call("get-group" + GROUP + "'Users[].UserName'", "name", "group-member")),
            "groups",
                    List.of(
                            call("list-group-policies" + GROUP + "PolicyNames", "name", "group-inline-policy"),
                            call(
                                    "list-attached-group-policies" + GROUP + "'AttachedPolicies[].PolicyArn'",
                                    "id",
                                    "group-attached-policy")));

    private static final Call USERS_OF_POLICY = entities("User", "policy-attached-to-user", "policy-boundary-of-user");
    private static final Call GROUPS_OF_POLICY = entities("Group", "policy-attached-to-group");
    private static final Call ROLES_OF_POLICY = entities("Role", "policy-attached-to-role", "policy-boundary-of-role");

    /** What is not known of a policy's own record may be anything, since AWS's counts stand there. */
    private static final Map<String, List<Call>> POLICIES = Map.of(
            "users", List.of(USERS_OF_POLICY),
            "groups", List.of(GROUPS_OF_POLICY),
            "roles", List.of(ROLES_OF_POLICY),
            "policies",
                    List.of(
                            call(
                                    "list-policy-versions --policy-arn {it.id} --output text --query"
                                            + " 'Versions[?!IsDefaultVersion].VersionId'",
                                    "versionId",
                                    "policy-version"),
                            USERS_OF_POLICY,
                            GROUPS_OF_POLICY,
                            ROLES_OF_POLICY));

    private static final List<Call> PROFILE = List.of(call(
            "get-instance-profile --instance-profile-name {it.name} --output text --query"
                    + " 'InstanceProfile.Roles[].RoleName'",
            "name",
            "instance-profile-role"));

    private static final Map<String, Map<String, List<Call>>> BY_KIND = Map.of(
            "User", USERS,
            "Role", ROLES,
            "Group", GROUPS,
            "CustomerManaged", POLICIES,
            "InstanceProfile", Map.of("instance-profiles", PROFILE, "roles", PROFILE));

    private Checks() {}

    private static Call call(String command, String value, String... rules) {
        return new Call("aws iam " + command, Set.of(rules), value);
    }

    private static Call entities(String kind, String... rules) {
        return call(
                "list-entities-for-policy --policy-arn {it.id} --entity-filter " + kind + " --output text --query"
                        + " 'Policy" + kind + "s[]." + kind + "Name'",
                "name",
                rules);
    }

    /** Those for what the answer's verdict lacks. */
    static List<Plan.Check> of(Answer answer) {
        var calls = BY_KIND.getOrDefault(answer.facts().kind(), Map.of());
        var checks = new LinkedHashSet<Plan.Check>();
        for (var gap : answer.assessment().gaps()) {
            if (gap.purpose().equals("verdict")) {
                calls.getOrDefault(gap.evidence(), List.of()).stream()
                        .filter(call -> !clearsAll(answer, call))
                        .map(call -> check(answer, gap, call))
                        .forEach(checks::add);
            }
        }
        return List.copyOf(checks);
    }

    /** Whether the plan asks for the ids itself and takes all that there is. */
    private static boolean clearsAll(Answer answer, Call call) {
        return answer.blocks().stream()
                .anyMatch(finding -> finding.blocker().rule().endsWith("-unlisted")
                        && call.rules().contains(finding.blocker().rule().replace("-unlisted", "")));
    }

    private static Plan.Check check(Answer answer, Gap gap, Call call) {
        var facts = answer.facts();
        var known = new ArrayList<String>();
        for (var finding : answer.blocks()) {
            var blocker = finding.blocker();
            if (call.rules().contains(blocker.rule())) {
                known.add(
                        switch (call.value()) {
                            case "id" -> blocker.id();
                            case "name" -> blocker.name();
                            case "it.name" -> facts.name();
                            default -> blocker.properties().getOrDefault(call.value(), "");
                        });
            }
        }
        return new Plan.Check(
                Commands.attached(call.command()
                        .replace("{it.name}", Commands.word(facts.name()))
                        .replace("{it.id}", Commands.word(facts.id()))),
                facts.id(),
                facts.accountId().orElse(""),
                gap.evidence(),
                known.stream().distinct().toList());
    }
}
