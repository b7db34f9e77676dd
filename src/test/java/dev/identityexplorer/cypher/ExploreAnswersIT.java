package dev.identityexplorer.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions whose answers are written here by hand, from {@code explore/organization.cypher}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // the same questions are asked of both engines by ExploreGoldenIT
class ExploreAnswersIT {

    private static final CypherLibrary LIBRARY = CypherLibrary.load();

    @TempDir
    static Path folder;

    private static ScratchDatabase database;

    @BeforeAll
    static void start() {
        database = new ScratchDatabase(folder);
        database.run(LIBRARY.schema());
        database.runResource("organization");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /** Query, parameters, the columns to look at, and the rows in their order, columns parted by bars. */
    private static Arguments answer(String query, Map<String, String> given, String columns, String... rows) {
        return arguments(query, given, columns, List.of(rows));
    }

    static Stream<Arguments> mandatory() {
        var none = Map.<String, String>of();
        return Stream.of(
                answer(
                        "service-linked-roles-by-owner",
                        Map.of("accountId", "111122223333"),
                        "service role type",
                        "autoscaling.amazonaws.com|AWSServiceRoleForAutoScaling|AWSServiceRoleForAutoScaling",
                        "ops.amazonaws.com|AWSServiceRoleForOps|null",
                        "trustedadvisor.amazonaws.com|AWSServiceRoleForTrustedAdvisor|AWSServiceRoleForTrustedAdvisor"),
                answer(
                        "service-linked-roles-to-remove",
                        none,
                        "role accountId impact",
                        "AWSServiceRoleForAutoScaling|444455556666|UNKNOWN"),
                answer(
                        "service-linked-roles-to-remove",
                        Map.of("maxAgeDays", "90", "accountId", "111122223333"),
                        "role accountId",
                        "AWSServiceRoleForOps|111122223333"),
                answer(
                        "service-holdings",
                        none,
                        "how name accountId",
                        "has the resource|web|111122223333",
                        "is trusted by the role|retired|111122223333",
                        "owns the service-linked role|AWSServiceRoleForAutoScaling|111122223333",
                        "owns the service-linked role|AWSServiceRoleForAutoScaling|444455556666"),
                answer(
                        "unused-roles",
                        none,
                        "role use",
                        "retired|not since lastUsed",
                        "idle|none in the tracking period"),
                answer("unused-roles", Map.of("days", "300"), "role use", "idle|none in the tracking period"),
                answer(
                        "who-can-assume",
                        none,
                        "chain steps conditions denials",
                        "build > deploy|1|[{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}]|[]",
                        "corp > build > deploy|2|[{\"StringEquals\":{\"SAML:aud\":\"https://signin.aws.amazon.com/saml\"}},"
                                + " {\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}]"
                                + "|[build denies * sts:AssumeRole if {\"Bool\":{\"aws:SecureTransport\":\"false\"}}]",
                        "ann > build > deploy|2|[none, {\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}]"
                                + "|[build denies * sts:AssumeRole if {\"Bool\":{\"aws:SecureTransport\":\"false\"}}]"),
                answer(
                        "who-can-assume",
                        Map.of("role", "open"),
                        "who kind anyoneExcept",
                        "*|AnyPrincipal|[[arn:aws:iam::444455556666:user/carl]]",
                        "AROAEXAMPLEGONE|ExternalPrincipal|[]"),
                answer("who-can-assume", Map.of("role", "fresh"), "who"),
                answer(
                        "unattached-policies",
                        none,
                        "policy counts",
                        "spare|AWS counts none",
                        "elsewhere|AWS counts 2 uses that were not imported"),
                answer(
                        "boundaries-in-use",
                        none,
                        "policy listed users roles firstTen",
                        "boundary|false|1|1|[deploy, ann]"),
                answer(
                        "users-without-mfa",
                        none,
                        "finding user password mfa",
                        "no MFA|bob|yes|no",
                        "unknown|new|yes|unknown",
                        "unknown|dora|unknown|unknown"),
                answer(
                        "old-access-keys",
                        none,
                        "user accessKey status ageDays",
                        "bot|AKIAIOSFODNN7EXAMPLE|Active|400",
                        "bot|AKIAI44QH8DHBEXAMPLE|Inactive|100"),
                answer(
                        "dangling-trusts",
                        none,
                        "role trusted finding",
                        "retired|arn:aws:iam::111122223333:role/left|not in its account",
                        "open|AROAEXAMPLEGONE|id of a deleted principal"),
                answer(
                        "owner-trust-mismatches",
                        none,
                        "role pathPrincipal trustedPrincipals finding",
                        "AWSServiceRoleForOps|ops.amazonaws.com|[autoscaling.amazonaws.com]|does not trust its owner"),
                answer(
                        "shared-by-two",
                        none,
                        "how shared",
                        "are tagged|owner=web",
                        "have the policy|AdministratorAccess"),
                answer(
                        "shared-by-two",
                        Map.of("second", "ann"),
                        "how shared",
                        "are both trusted by|build",
                        "are bounded by|boundary"),
                answer(
                        "shared-by-two",
                        Map.of("first", "ann", "second", "build"),
                        "how shared",
                        "have the policy|used"),
                answer("shared-by-two", Map.of("first", "idle"), "how shared"));
    }

    static Stream<Arguments> further() {
        var none = Map.<String, String>of();
        return Stream.of(
                answer(
                        "deletion-blockers",
                        Map.of("identity", "build"),
                        "verdict severity rule blocker blockerKind",
                        "BLOCKED|blocks|role-attached-policy|AdministratorAccess|AwsManaged",
                        "BLOCKED|breaks|trust-names-principal|deploy|Role"),
                answer("deletion-blockers", Map.of("identity", "idle"), "verdict impact rule", "CLEAR|UNKNOWN|null"),
                answer("held-back-by", none, "held severity", "build|blocks", "deploy|blocks"),
                answer("held-back-by", Map.of("blocker", "spare"), "held"),
                answer(
                        "evidence-gaps",
                        Map.of("accountId", "444455556666"),
                        "evidence state",
                        "credential-report|missing",
                        "groups|missing",
                        "instance-profiles|missing",
                        "oidc-providers|missing",
                        "policies|missing",
                        "regions|missing",
                        "roles|stale",
                        "saml-providers|missing",
                        "server-certificates|missing",
                        "users|partial",
                        "virtual-mfa-devices|missing"),
                answer(
                        "identities-by-verdict",
                        Map.of("accountId", "444455556666"),
                        "kind verdict identities",
                        "Group|UNPROVEN|1",
                        "Role|UNPROVEN|1",
                        "ServiceLinkedRole|CLEAR|1",
                        "User|UNPROVEN|2"),
                answer("protected-identities", none, "identity", "AWSServiceRoleForTrustedAdvisor"),
                answer("unknown-service-linked-roles", none, "role", "AWSServiceRoleForOps"),
                answer(
                        "service-linked-roles-by-account",
                        none,
                        "accountId serviceLinkedRoles clear blocked unproven protected",
                        "111122223333|3|1|1|0|1",
                        "444455556666|1|1|0|0|0"),
                answer(
                        "service-linked-role-drift",
                        none,
                        "role inAccounts ofAccounts firstTenWithout",
                        "AWSServiceRoleForOps|1|2|[444455556666]",
                        "AWSServiceRoleForTrustedAdvisor|1|2|[444455556666]"),
                answer("roles-open-to-anyone", none, "role conditions", "open|none"),
                answer(
                        "third-party-trusts",
                        none,
                        "thirdPartyAccount role guard",
                        "777788889999|retired|no condition",
                        "999999999999|idle|external id"),
                answer("idle-groups", none, "group members policies", "empty|0|0", "maybe|unknown|0"),
                answer("inline-policies", none, "policy owner ownerKind", "more|deploy|Role"),
                answer("roles-by-tag", Map.of("key", "stage"), "value role", "prod|deploy"),
                answer("untagged-roles", Map.of("accountId", "444455556666"), "role tag", "open|missing"),
                answer("instance-profiles-without-role", none, "instanceProfile", "bare"),
                answer("policy-versions", none, "policy versions oldVersions", "spare|2|[v1]"),
                answer("users-without-credentials", none, "user credentials", "carl|unknown", "dora|unknown"),
                answer("failed-deletions", none, "role reason", "AWSServiceRoleForAutoScaling|In use."),
                answer("last-changes", none, "what name details", "verdict|idle|UNPROVEN, now CLEAR"),
                answer("identity-providers", none, "provider protocol role", "ci.example|OIDC|null", "corp|SAML|build"),
                answer("service-roles", none, "service role guard", "autoscaling.amazonaws.com|retired|source"),
                answer("access-key-owner", none, "user", "bot"),
                answer("clean-up-candidates", none, "role impact", "retired|NONE_SEEN", "idle|UNKNOWN"),
                answer(
                        "users-with-several-keys",
                        none,
                        "user accessKeys",
                        "bot|[AKIAIOSFODNN7EXAMPLE, AKIAYOUNGEXAMPLE]"));
    }

    static Stream<Arguments> findings() {
        var none = Map.<String, String>of();
        return Stream.of(
                answer(
                        "users-on-long-term-credentials",
                        none,
                        "finding user password activeKeys",
                        "console password|ann|yes|0",
                        "console password|bob|yes|0",
                        "access keys|bot|no|2",
                        "console password|new|yes|unknown",
                        "console password|olga|yes|0",
                        "access keys|tess|no|1",
                        "unknown|carl|no|unknown",
                        "unknown|dora|unknown|unknown"),
                answer("access-keys-never-used", none, "finding accessKey", "never used|AKIATESSEXAMPLE"),
                answer("access-keys-never-used", Map.of("days", "11"), "finding"),
                answer(
                        "root-user-credentials",
                        none,
                        "finding accountId",
                        "access keys and no MFA|222233334444",
                        "unknown|111122223333",
                        "unknown|444455556666"),
                answer("idle-identity-providers", none, "finding provider", "no role trusts it|ci.example"),
                answer("trusts-in-missing-providers", none, "finding role", "the provider does not exist|preview"),
                answer("expired-saml-providers", none, "finding provider", "expired|corp"),
                answer("oidc-trusts-without-subject", none, "finding role", "no condition on the subject|preview"),
                answer(
                        "effective-tag-policies",
                        none,
                        "accountId tagKey allowedValues enforcedFor requiredFor toldBy",
                        "111122223333|Owner|[w*]|[]|[iam:role]|AWS",
                        "111122223333|none|[]|[]|[]|AWS",
                        "111122223333|stage|[dev, te*st]|[iam:role]|[]|AWS"),
                answer(
                        "tag-policy-violations",
                        none,
                        "finding name key value enforced",
                        "the key is written otherwise|build|owner|web|false",
                        "the key is written otherwise|deploy|owner|web|false",
                        "the value is not allowed|deploy|stage|prod|true",
                        "unknown|sandbox|null|null|null",
                        "unknown|staging|null|null|null"),
                answer(
                        "tag-policy-missing-keys",
                        Map.of("accountId", "111122223333", "limit", "6"),
                        "finding name key required",
                        "the key is missing|fresh|Owner|true",
                        "the key is missing|idle|Owner|true",
                        "the key is missing|retired|Owner|true",
                        "the key is missing|ann|Owner|false",
                        "the key is missing|bob|Owner|false",
                        "the key is missing|bot|Owner|false"),
                answer("tag-limits", none, "finding name kind tags", "full: 50 tags|preview|Role|50"),
                answer("unused-users", none, "finding user", "not since lastUsed|olga", "unknown|carl", "unknown|dora"),
                answer("unused-users", Map.of("days", "300"), "finding user", "unknown|carl", "unknown|dora"),
                answer(
                        "role-owners",
                        none,
                        "finding role owner toldBy",
                        "no owner tag|fresh|crew|tag Team of its stack",
                        "no owner tag|idle|production|name of its account",
                        "no owner tag|retired|production|name of its account",
                        "no owner tag|preview|sandbox|name of its account",
                        "no owner tag|open|staging|name of its account",
                        "null|build|web|tag owner",
                        "null|deploy|web|tag owner"),
                answer(
                        "clean-up-by-owner",
                        none,
                        "accountId owner identities firstTwenty",
                        "111122223333|nobody tagged|2|[idle, retired]"),
                answer(
                        "what-can-be-assumed",
                        none,
                        "trustedAs chain steps denials",
                        "named|ann > build|1|1",
                        "as production|ann > idle|1|0",
                        "as *|ann > open|1|0",
                        "named|ann > build > deploy|2|1"),
                answer(
                        "what-can-be-assumed",
                        Map.of("principal", "corp"),
                        "chain",
                        "corp > build",
                        "corp > build > deploy"),
                answer(
                        "service-linked-roles-without-trusted-access",
                        none,
                        "role accountId organizationOf",
                        "AWSServiceRoleForAutoScaling|111122223333|111122223333",
                        "AWSServiceRoleForAutoScaling|444455556666|111122223333",
                        "AWSServiceRoleForOps|111122223333|111122223333"),
                answer(
                        "service-linked-role-governance",
                        none,
                        "role accountId inUse couldGo inAccounts",
                        "AWSServiceRoleForAutoScaling|111122223333|yes|no|2 of 2",
                        "AWSServiceRoleForAutoScaling|444455556666|no|yes|2 of 2",
                        "AWSServiceRoleForOps|111122223333|no|yes|1 of 2",
                        "AWSServiceRoleForTrustedAdvisor|111122223333|unknown|no|1 of 2"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"mandatory", "further", "findings"})
    void a_question_gives_the_answer_that_was_written_by_hand(
            String name, Map<String, String> given, String columns, List<String> rows) {
        var query = LIBRARY.find(name).orElseThrow();

        var answered = database.rows(query.statement(), query.arguments(given));

        assertThat(answered.stream()
                        .map(row -> Arrays.stream(columns.split(" "))
                                .map(column -> {
                                    assertThat(row).containsKey(column);
                                    return text(row.get(column));
                                })
                                .collect(Collectors.joining("|"))))
                .containsExactlyElementsOf(rows);
    }

    /** What is between bars: the condition, and what the question says of it; nothing where it is narrow enough. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "no row",
            value = {
                "{\"StringEquals\":{\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\"}}|no condition on the subject",
                "{\"StringEquals\":{\"x:sub\":\"repo:acme/shop:ref:refs/heads/main\"}}|no row",
                "{\"StringLike\":{\"x:aud\":\"sts.amazonaws.com\",\"x:sub\":[\"repo:acme/shop:*\",\"repo:acme/web:*\"]}}|null",
                "{\"StringLike\":{\"x:sub\":\"repo:acme/*\"}}|null",
                "{\"ForAnyValue:StringLike\":{\"x:sub\":\"repo:acme/*\"}}|null",
                "{\"StringLike\":{\"x:sub\":\"system:serviceaccount:shop:*\"}}|null",
                "{\"StringLike\":{\"x:sub\":\"*\"}}|a pattern that any subject can fit",
                "{\"StringLike\":{\"x:sub\":\"repo:*\"}}|a pattern that any subject can fit",
                "{\"StringLike\":{\"x:sub\":\"repo:acme*/shop:*\"}}|a pattern that any subject can fit",
                "{\"StringLike\":{\"x:sub\":[\"repo:acme/shop:*\",\"repo:?cme/*\"]}}|a pattern that any subject can fit",
                "{\"StringNotLike\":{\"x:sub\":\"repo:evil/*\"}}|any subject but some",
                "{\"StringNotEquals\":{\"x:sub\":\"repo:evil/x\"},\"StringLike\":{\"x:sub\":\"repo:acme/*\"}}|null",
                "{\"StringEquals\":{\"x:sub\":\"repo:acme/shop\"},\"StringLike\":{\"x:sub\":\"*\"}}|no row",
                "{\"StringLikeIfExists\":{\"x:sub\":\"repo:acme/*\"}}|a condition that passes without a subject",
                "{\"ForAllValues:StringLike\":{\"x:sub\":\"repo:acme/*\"}}|a condition that passes without a subject",
                "{\"Null\":{\"x:sub\":\"false\"}}|a condition that passes without a subject",
                "{\"StringEquals\":{\"x:sub\":\"*\"}}|no row"
            })
    void a_subject_of_an_oidc_provider_is_judged_by_its_operator_and_its_wildcards(String conditions, String finding) {
        assertThat(judged("oidc-trusts-without-subject", "preview", conditions, "finding"))
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "third-party-trusts|idle|{\"StringEquals\":{\"sts:ExternalId\":\"x\"}}|external id",
                "third-party-trusts|idle|{\"Bool\":{\"aws:SecureTransport\":\"true\"},\"StringLike\":{\"sts:ExternalId\":[\"x-*\",\"y\"]}}|external id",
                "third-party-trusts|idle|{\"StringNotEquals\":{\"sts:ExternalId\":\"x\"}}|an external id that lets others in",
                "third-party-trusts|idle|{\"StringEqualsIfExists\":{\"sts:ExternalId\":\"x\"}}|an external id that lets others in",
                "third-party-trusts|idle|{\"StringLike\":{\"sts:ExternalId\":\"*\"}}|an external id that lets others in",
                "third-party-trusts|idle|{\"IpAddress\":{\"aws:SourceIp\":\"192.0.2.0/24\"}}|other conditions",
                "service-roles|retired|{\"StringEquals\":{\"aws:SourceAccount\":\"111122223333\"}}|source",
                "service-roles|retired|{\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:x:*\"}}|source",
                "service-roles|retired|{\"StringNotEquals\":{\"aws:SourceAccount\":\"999999999999\"}}|other conditions",
                "service-roles|retired|{\"StringEqualsIfExists\":{\"aws:SourceAccount\":\"111122223333\"}}|other conditions"
            })
    void a_condition_that_excludes_or_may_be_missing_is_no_guard(
            String question, String role, String conditions, String guard) {
        assertThat(judged(question, role, conditions, "guard")).isEqualTo(List.of(guard));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-x\"}}|only conditions keep others out",
                "{\"StringNotEquals\":{\"aws:PrincipalAccount\":\"1\"}}|anyone but those that conditions exclude",
                "{\"StringNotEquals\":{\"aws:PrincipalAccount\":\"1\"},\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-x\"}}|only conditions keep others out"
            })
    void a_role_for_anyone_with_conditions_that_exclude_a_few_is_open(String conditions, String finding) {
        assertThat(judged("roles-open-to-anyone", "open", conditions, "finding"))
                .isEqualTo(List.of(finding));
    }

    /** What a question says of a role whose trust has other conditions for once. */
    private static List<String> judged(String question, String role, String conditions, String column) {
        var query = LIBRARY.find(question).orElseThrow();
        return database
                .rowsAfter(
                        "MATCH (:Role {name: $role})-[t:TRUSTS {effect: 'Allow'}]->(p)"
                                + " WHERE p:AnyPrincipal OR NOT $role = 'open' SET t.conditions = $conditions",
                        Map.of("role", role, "conditions", conditions),
                        query.statement(),
                        query.arguments(Map.of()))
                .stream()
                .filter(row -> role.equals(row.get("role")))
                .map(row -> text(row.get(column)))
                .distinct()
                .toList();
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Object[] array) {
            return text(Arrays.asList(array));
        }
        return value instanceof List<?> list
                ? list.stream().map(ExploreAnswersIT::text).collect(Collectors.joining(", ", "[", "]"))
                : String.valueOf(value);
    }
}
