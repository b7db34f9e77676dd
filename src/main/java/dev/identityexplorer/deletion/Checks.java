package dev.identityexplorer.deletion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The read-only calls that a plan makes before its first step, where the evidence never showed something: each prints
 * nothing if nothing is in the way. So that a person learns of it before anything was changed, and not in the middle.
 */
final class Checks {

    private static final String USER = " --user-name {it.name} --output text --query ";
    private static final String ROLE = " --role-name {it.name} --output text --query ";

    private static final Map<String, List<String>> USERS = Map.of(
            "access-keys", List.of("aws iam list-access-keys" + USER + "'AccessKeyMetadata[].AccessKeyId'"),
            "mfa-devices", List.of("aws iam list-mfa-devices" + USER + "'MFADevices[].SerialNumber'"),
            "signing-certificates",
                    List.of("aws iam list-signing-certificates" + USER + "'Certificates[].CertificateId'"),
            "ssh-public-keys", List.of("aws iam list-ssh-public-keys" + USER + "'SSHPublicKeys[].SSHPublicKeyId'"),
            "service-specific-credentials",
                    List.of("aws iam list-service-specific-credentials" + USER
                            + "'ServiceSpecificCredentials[].ServiceSpecificCredentialId'"),
            "login-profile",
                    List.of("aws iam get-login-profile" + USER + "LoginProfile.CreateDate 2>&1 | grep -v NoSuchEntity"),
            "users",
                    List.of(
                            "aws iam list-groups-for-user" + USER + "'Groups[].GroupName'",
                            "aws iam list-user-policies" + USER + "PolicyNames",
                            "aws iam list-attached-user-policies" + USER + "'AttachedPolicies[].PolicyArn'"));
    private static final Map<String, List<String>> ROLES = Map.of(
            "roles",
            List.of(
                    "aws iam list-role-policies" + ROLE + "PolicyNames",
                    "aws iam list-attached-role-policies" + ROLE + "'AttachedPolicies[].PolicyArn'",
                    "aws iam list-instance-profiles-for-role" + ROLE + "'InstanceProfiles[].InstanceProfileName'"));
    private static final Map<String, List<String>> GROUPS = Map.of(
            "users", List.of("aws iam get-group --group-name {it.name} --output text --query 'Users[].UserName'"));

    private Checks() {}

    static List<Plan.Check> of(Answer answer) {
        var byWord = switch (answer.facts().kind()) {
            case "User" -> USERS;
            case "Role" -> ROLES;
            case "Group" -> GROUPS;
            default -> Map.<String, List<String>>of();
        };
        var checks = new ArrayList<Plan.Check>();
        for (var gap : answer.assessment().gaps()) {
            // what was seen in part or long ago may hold what the plan itself clears, so that it need not be empty
            if (gap.purpose().equals("verdict") && List.of("missing", "denied").contains(gap.state())) {
                byWord.getOrDefault(gap.evidence(), List.of())
                        .forEach(command -> checks.add(new Plan.Check(
                                Commands.attached(command.replace(
                                        "{it.name}",
                                        Commands.word(answer.facts().name()))),
                                answer.facts().id(),
                                answer.facts().accountId().orElse(""),
                                gap.evidence())));
            }
        }
        return checks;
    }
}
