package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.deletion.Assessment.Impact;
import dev.identityexplorer.deletion.Assessment.Verdict;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.model.RelationshipType;
import dev.identityexplorer.sample.Organization;
import dev.identityexplorer.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One account with one identity of each kind, all of them clear; then without each of its files. What needed the file is not
 * clear any more, or not known to break nothing, and says so; all else is as before. Of inventories one Region each, in a
 * partition that has two. What rules find in the graph is not asked here: they find nothing in this account.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DroppedIamFileTest {

    private static final List<String> REGIONS = List.of("us-gov-east-1", "us-gov-west-1");
    private static final String ACCOUNT = "900000000001";
    private static final String ROOT = "arn:aws-us-gov:iam::" + ACCOUNT + ":root";
    private static final InventoryFiles FILES = new InventoryFiles(REGIONS, true);
    private static final String DETAILS = "global/iam-get-account-authorization-details.json";
    private static final String USER = "user/ada";
    private static final String GROUP = "group/ops";
    private static final String ROLE = "role/app";
    private static final String POLICY = "policy/app";
    private static final String PROFILE = "instance-profile/web";
    private static final String CERTIFICATE = "server-certificate/old";
    private static final String SAML = "saml-provider/corp";
    private static final String OIDC = "oidc-provider/id.example.com";
    private static final String DEVICE = "mfa/spare";
    /** The files whose loss nobody may overlook, with whose verdict rests on each. */
    private static final Map<String, Set<String>> VERDICTS = new TreeMap<>(Map.ofEntries(
            Map.entry(DETAILS, Set.of(USER, GROUP, ROLE, POLICY)),
            Map.entry("global/iam-list-access-keys/ada.json", Set.of(USER)),
            Map.entry("global/iam-list-mfa-devices/ada.json", Set.of(USER)),
            Map.entry("global/iam-list-signing-certificates/ada.json", Set.of(USER)),
            Map.entry("global/iam-list-ssh-public-keys/ada.json", Set.of(USER)),
            Map.entry("global/iam-list-service-specific-credentials/ada.json", Set.of(USER)),
            Map.entry("global/iam-get-login-profile/ada.json", Set.of(USER)),
            Map.entry("global/iam-list-virtual-mfa-devices.json", Set.of(DEVICE)),
            Map.entry("global/iam-list-instance-profiles.json", Set.of(PROFILE)),
            Map.entry("global/iam-list-server-certificates.json", Set.of(CERTIFICATE)),
            Map.entry("global/iam-list-saml-providers.json", Set.of(SAML)),
            Map.entry("global/iam-list-open-id-connect-providers.json", Set.of(OIDC))));

    private static final Map<String, String> KINDS = Map.of(
            USER,
            "User",
            GROUP,
            "Group",
            ROLE,
            "Role",
            POLICY,
            "CustomerManaged",
            PROFILE,
            "InstanceProfile",
            CERTIFICATE,
            "ServerCertificate",
            SAML,
            "SamlProvider",
            OIDC,
            "OidcProvider",
            DEVICE,
            "MfaDevice");
    private static final Rules RULES = new Rules(Organization.LIBRARY);
    private static final Assessor ASSESSOR =
            new Assessor(RULES, Organization.CATALOGUE, new Supply(Organization.CATALOGUE, true));
    private static final Map<String, String> PARTS = new TreeMap<>();
    private static final Map<String, Set<String>> VERDICT_TYPES = new TreeMap<>();
    private static final Map<String, Set<String>> IMPACT_TYPES = new TreeMap<>();
    private static final List<String> DROPPED = new ArrayList<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void one_account() throws IOException {
        iam();
        inventories();
        var operations = new HashSet<String>();
        VERDICTS.keySet().forEach(DROPPED::add);
        PARTS.keySet().stream()
                .filter(file -> !file.startsWith("global/iam-") && !file.startsWith("global/account-"))
                .filter(file -> operations.add(file.substring(file.indexOf('/'))))
                .forEach(DROPPED::add);
        for (var file : PARTS.entrySet()) {
            var path = folder.resolve(ACCOUNT).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue().replace("ACCOUNT", ACCOUNT));
        }
    }

    /** The types of which each kind has to see that there is none; told by the headers of the RULES. */
    private static void inventories() {
        KINDS.forEach((identity, label) -> {
            var kind = label.equals("MfaDevice") ? "VirtualMfaDevice" : label;
            types(RULES.forVerdict(kind)).forEach(type -> file(type, identity, VERDICT_TYPES));
            types(RULES.forImpact(kind)).forEach(type -> file(type, identity, IMPACT_TYPES));
            if (identity.equals(ROLE)) {
                Organization.CATALOGUE
                        .serviceRoles("lambda.amazonaws.com")
                        .orElseThrow()
                        .runs()
                        .forEach(type -> file(type, identity, IMPACT_TYPES));
            }
        });
    }

    private static Stream<String> types(List<Need> needs) {
        return needs.stream()
                .flatMap(need -> need.alternatives().stream())
                .map(Need.Alternative::resourceType)
                .filter(type -> !type.isEmpty() && FILES.listed(type));
    }

    private static void file(String type, String identity, Map<String, Set<String>> needed) {
        FILES.none(type, "").forEach((file, answer) -> {
            PARTS.put(file, answer.toString());
            needed.computeIfAbsent(file, f -> new HashSet<>()).add(identity);
        });
    }

    private static void iam() {
        PARTS.put(DETAILS, """
                {"UserDetailList": [{"Path": "/", "UserName": "ada", "UserId": "AIDAADAEXAMPLE000001",
                   "Arn": "arn:aws-us-gov:iam::ACCOUNT:user/ada", "CreateDate": "2024-01-01T00:00:00+00:00",
                   "GroupList": [], "UserPolicyList": [], "AttachedManagedPolicies": [], "Tags": []}],
                 "GroupDetailList": [{"Path": "/", "GroupName": "ops", "GroupId": "AGPAOPSEXAMPLE000001",
                   "Arn": "arn:aws-us-gov:iam::ACCOUNT:group/ops", "CreateDate": "2024-01-01T00:00:00+00:00",
                   "GroupPolicyList": [], "AttachedManagedPolicies": []}],
                 "RoleDetailList": [{"Path": "/", "RoleName": "app", "RoleId": "AROAAPPEXAMPLE000001",
                   "Arn": "arn:aws-us-gov:iam::ACCOUNT:role/app", "CreateDate": "2024-01-01T00:00:00+00:00",
                   "InstanceProfileList": [], "RolePolicyList": [], "AttachedManagedPolicies": [], "Tags": [],
                   "RoleLastUsed": {}, "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
                     {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}],
                 "Policies": [{"PolicyName": "app", "PolicyId": "ANPAAPPEXAMPLE000001",
                   "Arn": "arn:aws-us-gov:iam::ACCOUNT:policy/app", "Path": "/", "DefaultVersionId": "v1",
                   "AttachmentCount": 0, "PermissionsBoundaryUsageCount": 0, "IsAttachable": true,
                   "CreateDate": "2024-01-01T00:00:00+00:00", "UpdateDate": "2024-01-01T00:00:00+00:00",
                   "PolicyVersionList": [{"VersionId": "v1", "IsDefaultVersion": true,
                     "CreateDate": "2024-01-01T00:00:00+00:00", "Document": {"Version": "2012-10-17", "Statement": []}}]}]}
                """);
        PARTS.put("global/iam-list-access-keys/ada.json", "{\"AccessKeyMetadata\": []}");
        PARTS.put("global/iam-list-mfa-devices/ada.json", "{\"MFADevices\": []}");
        PARTS.put("global/iam-list-signing-certificates/ada.json", "{\"Certificates\": []}");
        PARTS.put("global/iam-list-ssh-public-keys/ada.json", "{\"SSHPublicKeys\": []}");
        PARTS.put("global/iam-list-service-specific-credentials/ada.json", "{\"ServiceSpecificCredentials\": []}");
        PARTS.put(
                "global/iam-get-login-profile/ada.json",
                "An error occurred (NoSuchEntity) when calling the GetLoginProfile operation: Login Profile for User ada cannot be found.");
        PARTS.put(
                "global/iam-list-virtual-mfa-devices.json",
                "{\"VirtualMFADevices\": [{\"SerialNumber\": \"arn:aws-us-gov:iam::ACCOUNT:mfa/spare\"}]}");
        PARTS.put("global/iam-list-instance-profiles.json", """
                {"InstanceProfiles": [{"Path": "/", "InstanceProfileName": "web", "InstanceProfileId": "AIPAWEBEXAMPLE000001",
                  "Arn": "arn:aws-us-gov:iam::ACCOUNT:instance-profile/web", "CreateDate": "2024-01-01T00:00:00+00:00", "Roles": []}]}
                """);
        PARTS.put("global/iam-list-server-certificates.json", """
                {"ServerCertificateMetadataList": [{"Path": "/", "ServerCertificateName": "old",
                  "ServerCertificateId": "ASCAOLDEXAMPLE000001", "Arn": "arn:aws-us-gov:iam::ACCOUNT:server-certificate/old",
                  "UploadDate": "2024-01-01T00:00:00+00:00", "Expiration": "2025-01-01T00:00:00+00:00"}]}
                """);
        PARTS.put(
                "global/iam-list-saml-providers.json",
                "{\"SAMLProviderList\": [{\"Arn\": \"arn:aws-us-gov:iam::ACCOUNT:saml-provider/corp\"}]}");
        PARTS.put(
                "global/iam-list-open-id-connect-providers.json",
                "{\"OpenIDConnectProviderList\": [{\"Arn\": \"arn:aws-us-gov:iam::ACCOUNT:oidc-provider/id.example.com\"}]}");
        PARTS.put(
                "global/account-list-regions.json",
                "{\"Regions\": [{\"RegionName\": \"us-gov-east-1\", \"RegionOptStatus\": \"ENABLED_BY_DEFAULT\"},"
                        + " {\"RegionName\": \"us-gov-west-1\", \"RegionOptStatus\": \"ENABLED_BY_DEFAULT\"}]}");
    }

    /** What is said of each identity that is there. */
    private static Map<String, Assessment> assessments() {
        var source = Source.of(List.of(folder));
        var snapshot = source.read(source.accounts().get(0));
        var evidence = Bundle.evidence(snapshot);
        var assessments = new TreeMap<String, Assessment>();
        KINDS.forEach((identity, kind) -> {
            var keys = snapshot.entities().stream()
                    .filter(entity -> entity.id().equals(ROOT.replace("root", identity)))
                    .map(entity -> entity.evidence().text())
                    .collect(Collectors.toSet());
            var trusts = snapshot.entities().stream()
                    .filter(entity -> entity.id().equals(ROOT.replace("root", identity)))
                    .flatMap(entity -> entity.relationships().stream())
                    .filter(relationship -> relationship.type() == RelationshipType.TRUSTS)
                    .map(relationship -> relationship.target().id())
                    .toList();
            if (!keys.isEmpty()) {
                assessments.put(
                        identity,
                        ASSESSOR.assess(
                                facts(identity, kind, keys, trusts),
                                evidence,
                                ZonedDateTime.now(ZoneOffset.UTC),
                                Duration.ofDays(36_500)));
            }
        });
        return assessments;
    }

    private static Facts facts(String identity, String kind, Set<String> keys, List<String> trusts) {
        return Subject.of(ROOT.replace("root", identity), kind)
                .toldBy(keys)
                .in(REGIONS)
                .trusting(trusts)
                .virtual(kind.equals("MfaDevice"))
                .whoseCountsAgree()
                .facts();
    }

    private static Map<String, Assessment> without(String file) throws IOException {
        var path = folder.resolve(ACCOUNT).resolve(file);
        var text = Files.readString(path);
        Files.delete(path);
        try {
            return assessments();
        } finally {
            Files.writeString(path, text);
        }
    }

    @Test
    void with_all_files_each_identity_is_clear() {
        var whole = assessments();
        assertThat(whole.keySet()).isEqualTo(KINDS.keySet());
        whole.forEach((identity, assessment) -> assertThat(assessment.verdict())
                .as(identity + " " + assessment.gaps())
                .isEqualTo(Verdict.CLEAR));
        assertThat(KINDS.keySet())
                .filteredOn(identity -> whole.get(identity).impact() == Impact.NONE_SEEN)
                .contains(GROUP, ROLE, POLICY, PROFILE, SAML, OIDC);
    }

    @Test
    void without_any_one_file_what_needed_it_says_so_and_all_else_is_as_before() throws IOException {
        var whole = assessments();
        assertThat(DROPPED).hasSizeGreaterThan(25);
        for (var file : DROPPED) {
            var without = without(file);
            var verdicts = VERDICTS.getOrDefault(file, VERDICT_TYPES.getOrDefault(file, Set.of()));
            var impacts = IMPACT_TYPES.getOrDefault(file, Set.of());
            for (var identity : KINDS.keySet()) {
                var answer = without.get(identity);
                var what = identity + " without " + file;
                if (verdicts.contains(identity)) {
                    if (answer != null) {
                        assertThat(answer.verdict()).as(what).isEqualTo(Verdict.UNPROVEN);
                        names(answer, "verdict", file, what);
                    } else {
                        // what only this file tells of
                        assertThat(file).as(what).startsWith("global/iam-");
                    }
                } else {
                    assertThat(answer).as(what).isNotNull();
                    assertThat(answer.verdict()).as(what).isEqualTo(Verdict.CLEAR);
                }
                if (answer != null && impacts.contains(identity)) {
                    assertThat(answer.impact()).as(what).isEqualTo(Impact.UNKNOWN);
                    names(answer, "impact", file, what);
                } else if (!verdicts.contains(identity) && !file.equals(DETAILS)) {
                    assertThat(answer.impact())
                            .as(what)
                            .isEqualTo(whole.get(identity).impact());
                }
            }
        }
    }

    /** A gap names the file, by the command that writes it: with its Region, unless no Region was seen. */
    private static void names(Assessment answer, String purpose, String file, String what) {
        assertThat(answer.gaps())
                .as(what)
                .filteredOn(gap -> gap.purpose().equals(purpose))
                .isNotEmpty()
                .anySatisfy(gap -> {
                    assertThat(gap.state()).isEqualTo("missing");
                    assertThat(gap.suppliedBy()).isPresent();
                    assertThat(gap.region()
                                    .map(region -> region.equals("*") || file.startsWith(region + "/"))
                                    .orElse(true))
                            .isTrue();
                });
    }
}
