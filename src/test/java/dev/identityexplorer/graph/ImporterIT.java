package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is compared and written; that a server takes it is shown by those that import the sample there
class ImporterIT {

    private static final String USER = """
            {"Path": "/", "UserName": "%1$s", "UserId": "AIDA%1$s", "Arn": "arn:aws:iam::%2$s:user/%1$s",
             "CreateDate": "2024-01-01T00:00:00+00:00", "GroupList": [%3$s], "AttachedManagedPolicies": []}""";
    private static final String GROUP = """
            {"Path": "/", "GroupName": "%1$s", "GroupId": "AGPA%1$s", "Arn": "arn:aws:iam::%2$s:group/%1$s",
             "CreateDate": "2024-01-01T00:00:00+00:00", "GroupPolicyList": [], "AttachedManagedPolicies": []}""";
    private static final String ROLE = """
            {"Path": "/", "RoleName": "%1$s", "RoleId": "AROA%1$s", "Arn": "arn:aws:iam::%2$s:role/%1$s",
             "CreateDate": "2024-01-01T00:00:00+00:00", "InstanceProfileList": [], "RolePolicyList": [],
             "AttachedManagedPolicies": [%4$s],
             "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "%3$s"}}]}}""";
    private static final String POLICY = """
            {"PolicyName": "%1$s", "PolicyArn": "arn:aws:iam::%2$s:policy/%1$s"}""";

    @TempDir
    private Path folder;

    @BeforeEach
    void empty_the_database() {
        TestDatabase.reset();
    }

    @Test
    void importing_the_same_files_again_writes_nothing_but_its_own_import() {
        Organization.importPaths(Organization.SAMPLE);
        var before = content();
        var again = Organization.importPaths(Organization.SAMPLE);
        assertThat(again).allMatch(Importer.AccountResult::unchanged);
        assertThat(content()).isEqualTo(before);
        assertThat(count("MATCH (i:Import {state: 'finished'}) RETURN count(i) AS n"))
                .isEqualTo(2);
        assertThat(count("MATCH (c:Change) RETURN count(c) AS n")).isZero();
    }

    @Test
    void a_graph_that_was_written_in_another_form_is_written_anew_from_the_same_files() {
        Organization.importPaths(Organization.SAMPLE);
        var whole = content();
        TestDatabase.query("MATCH (:Role)-[r:TRUSTS]->() DELETE r");
        Organization.importPaths(Organization.SAMPLE);
        assertThat(content()).as("nothing differs in what was told").isNotEqualTo(whole);
        TestDatabase.query("MATCH (n) WHERE n.fingerprints IS NOT NULL SET n.fingerprints = [f IN n.fingerprints | 0]");
        TestDatabase.query("MATCH (e:Evidence) SET e.fingerprint = 0");
        Organization.importPaths(Organization.SAMPLE);
        assertThat(content()).isEqualTo(whole);
    }

    @Test
    void a_blocker_that_was_written_twice_stands_there_once_when_the_account_is_judged_again() {
        Organization.importPaths(Organization.SAMPLE);
        var whole = content();
        TestDatabase.query("MATCH (a)-[b:BLOCKS_DELETION_OF]->(c) WITH a, b, c LIMIT 1"
                + " CREATE (a)-[d:BLOCKS_DELETION_OF]->(c) SET d = properties(b)");
        TestDatabase.query("MATCH (a:Account) WHERE a.derivedWith IS NOT NULL SET a.derivedWith = 'earlier rules'");
        assertThat(content()).hasSize(whole.size() + 1);
        Organization.importPaths(Organization.SAMPLE);
        assertThat(content()).isEqualTo(whole);
    }

    @Test
    void importing_in_two_steps_gives_the_same_graph_as_in_one() throws IOException {
        Organization.importPaths(Organization.SAMPLE);
        var atOnce = content();
        TestDatabase.reset();
        var account = Organization.SAMPLE.resolve("111122223333/global");
        Organization.importPaths(account.resolve("iam-get-account-authorization-details.json"));
        Organization.importPaths(Organization.SAMPLE);
        assertThat(content()).isEqualTo(atOnce);
    }

    @Test
    void a_newer_export_removes_what_is_gone_from_that_account_alone() throws IOException {
        gaad("1.json", "111111111111", user("anna", "111111111111"), user("ben", "111111111111"));
        gaad("2.json", "222222222222", user("ben", "222222222222"));
        Organization.importPaths(folder);
        gaad("1.json", "111111111111", user("anna", "111111111111"));
        Organization.importPaths(folder.resolve("1.json"));
        assertThat(ids("MATCH (n:User) RETURN n.id AS id"))
                .containsExactlyInAnyOrder("arn:aws:iam::111111111111:user/anna", "arn:aws:iam::222222222222:user/ben");
        assertThat(TestDatabase.query(
                        "MATCH (:Import)-[:RECORDED]->(c:Change {what: 'removed'}) RETURN c.entityId AS id"))
                .extracting(row -> row.get("id").asString())
                .containsExactly("arn:aws:iam::111111111111:user/ben");
    }

    @Test
    void a_partial_export_removes_nothing_but_proves_nothing_of_what_it_lacks() throws IOException {
        gaad("1.json", "111111111111", role("anna", "*", ""), role("ben", "*", ""));
        Organization.importPaths(folder);
        assertThat(verdict("arn:aws:iam::111111111111:role/ben")).isEqualTo("CLEAR");
        Files.writeString(
                folder.resolve("1.json"),
                Files.readString(folder.resolve("1.json"))
                        .replace(role("ben", "*", ""), "{\"RoleName\": \"cut off\"}"));
        Organization.importPaths(folder);
        assertThat(verdict("arn:aws:iam::111111111111:role/ben")).isEqualTo("UNPROVEN");
        assertThat(verdict("arn:aws:iam::111111111111:role/anna")).isEqualTo("CLEAR");
    }

    @Test
    void what_a_removed_user_held_goes_with_the_user() throws IOException {
        gaad(
                "111111111111/global/iam-get-account-authorization-details.json",
                "111111111111",
                user("anna", "111111111111"),
                user("ben", "111111111111"));
        write(
                "111111111111/global/iam-list-access-keys/ben.json",
                "{\"AccessKeyMetadata\": [{\"UserName\": \"ben\", \"AccessKeyId\": \"AKIABENBENBENBENBEN1\", \"Status\": \"Active\"}]}");
        Organization.importPaths(folder);
        assertThat(count("MATCH (k:AccessKey) RETURN count(k) AS n")).isEqualTo(1);
        gaad(
                "111111111111/global/iam-get-account-authorization-details.json",
                "111111111111",
                user("anna", "111111111111"));
        Organization.importPaths(folder.resolve("111111111111/global/iam-get-account-authorization-details.json"));
        assertThat(count("MATCH (k:AccessKey) RETURN count(k) AS n")).isZero();
        assertThat(ids("MATCH (e:Evidence) WHERE e.subject IS NOT NULL RETURN e.key AS id"))
                .isEmpty();
    }

    @Test
    void a_list_that_is_imported_later_adds_to_what_is_there() throws IOException {
        gaad(
                "gaad.json",
                "111111111111",
                user("ben", "111111111111")
                        .replace("\"Path\": \"/\"", "\"Path\": \"/team/\"")
                        .replace("user/ben", "user/team/ben"));
        Organization.importPaths(folder);
        write(
                "111111111111/global/iam-list-ssh-public-keys/ben.json",
                "{\"SSHPublicKeys\": [{\"UserName\": \"ben\", \"SSHPublicKeyId\": \"APKABENBENBENBENBEN1\", \"Status\": \"Active\"}]}");
        var list = folder.resolve("111111111111");
        Organization.importPaths(list);
        // without its user the list does not know the path, and invents no user
        assertThat(count("MATCH (k:SshPublicKey) RETURN count(k) AS n")).isZero();
        assertThat(ids("MATCH (u:User) WHERE u.userId IS NOT NULL RETURN u.id AS id"))
                .containsExactly("arn:aws:iam::111111111111:user/team/ben");
    }

    @Test
    void a_principal_of_another_account_is_external_until_that_account_is_imported_and_again_after_it_is_gone()
            throws IOException {
        var trusted = "arn:aws:iam::222222222222:role/partner";
        gaad("1.json", "111111111111", role("mine", trusted, ""));
        Organization.importPaths(folder);
        assertThat(labels(trusted)).contains("ExternalPrincipal").doesNotContain("Role");
        gaad("2.json", "222222222222", role("partner", "*", "").replace("111111111111", "222222222222"));
        Organization.importPaths(folder);
        assertThat(labels(trusted)).contains("Role").doesNotContain("ExternalPrincipal");
        assertThat(
                        count(
                                "MATCH (:Role {name: 'mine'})-[b:BLOCKS_DELETION_OF {severity: 'breaks'}]->(:Role {name: 'partner'}) RETURN count(b) AS n"))
                .isEqualTo(1);
        gaad("2.json", "222222222222", role("other", "*", "").replace("111111111111", "222222222222"));
        Organization.importPaths(folder.resolve("2.json"));
        assertThat(labels(trusted)).contains("ExternalPrincipal").doesNotContain("Role");
    }

    @Test
    void a_trust_in_another_account_breaks_with_a_role_whichever_account_comes_first() throws IOException {
        var trusted = "arn:aws:iam::222222222222:role/partner";
        gaad("2.json", "222222222222", role("partner", "*", "").replace("111111111111", "222222222222"));
        Organization.importPaths(folder);
        assertThat(impact(trusted)).isEqualTo("UNKNOWN");
        gaad("1.json", "111111111111", role("mine", trusted, ""));
        Organization.importPaths(folder.resolve("1.json"));
        assertThat(impact(trusted)).isEqualTo("BREAKS");
        gaad("1.json", "111111111111", role("mine", "*", ""));
        Organization.importPaths(folder.resolve("1.json"));
        assertThat(impact(trusted)).isEqualTo("UNKNOWN");
    }

    @Test
    void a_change_of_a_verdict_is_kept() throws IOException {
        gaad("1.json", "111111111111", role("mine", "*", POLICY.formatted("Shop", "111111111111")));
        Organization.importPaths(folder);
        gaad("1.json", "111111111111", role("mine", "*", ""));
        Organization.importPaths(folder);
        assertThat(TestDatabase.query("MATCH (c:Change {what: 'verdict'}) RETURN c.details AS d"))
                .extracting(row -> row.get("d").asList().toString())
                .containsExactly("[BLOCKED → CLEAR]");
        assertThat(TestDatabase.query("MATCH (c:Change {what: 'changed'}) RETURN c.details AS d"))
                .extracting(row -> row.get("d").asList().toString())
                .containsExactly("[-ATTACHES arn:aws:iam::111111111111:policy/Shop]");
        assertThat(ids("MATCH (n:CustomerManaged) RETURN n.id AS id"))
                .as("the placeholder that nothing names any more")
                .isEmpty();
    }

    @Test
    void a_failure_leaves_the_account_as_it_was() throws IOException {
        gaad("1.json", "111111111111", role("mine", "*", ""));
        Organization.importPaths(folder);
        var before = content();
        gaad("1.json", "111111111111", role("yours", "*", ""));
        var source = dev.identityexplorer.source.Source.of(List.of(folder));
        var importer = new Importer(TestDatabase.engine(), Organization.CATALOGUE, Organization.LIBRARY, new Judge() {
            @Override
            public Optional<Facts.Judgement> judge(Facts facts, AccountEvidence evidence) {
                throw new IllegalStateException("the power went");
            }

            @Override
            public Duration maxAge() {
                return Duration.ofDays(1);
            }

            @Override
            public String version() {
                return "failing";
            }
        });
        importer.begin(List.of());
        assertThatThrownBy(() -> importer.write(source.read(source.accounts().get(0))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(content()).isEqualTo(before);
    }

    private String user(String name, String account, String... groups) {
        return USER.formatted(
                name, account, List.of(groups).stream().map(g -> '"' + g + '"').collect(Collectors.joining(",")));
    }

    private String role(String name, String trusted, String attached) {
        return ROLE.formatted(name, "111111111111", trusted, attached);
    }

    /** Users and roles by what their ARNs say; a group keeps the section of groups from being empty. */
    private void gaad(String file, String account, String... entities) throws IOException {
        var byKind = List.of(entities).stream()
                .collect(Collectors.groupingBy(e -> e.contains("RoleName") ? "RoleDetailList" : "UserDetailList"));
        write(
                file,
                "{\"UserDetailList\": %s, \"GroupDetailList\": [%s], \"RoleDetailList\": %s, \"Policies\": []}"
                        .formatted(
                                byKind.getOrDefault("UserDetailList", List.of(user("someone", account))),
                                GROUP.formatted("everyone", account),
                                byKind.getOrDefault(
                                        "RoleDetailList",
                                        List.of(role("something", "*", "").replace("111111111111", account)))));
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Everything but imports and what happened when; independent of internal ids. */
    static List<String> content() {
        var lines = TestDatabase.query("""
                MATCH (n) WHERE NOT n:Import AND NOT n:Change
                RETURN labels(n) AS labels, n {.*, fingerprints: null, observedAt: null, provenAt: null, importedAt: null} AS properties
                """).stream()
                .map(row -> row.get("labels").asList().stream().sorted().toList() + " "
                        + sorted(row.get("properties").asMap()))
                .collect(Collectors.toList());
        TestDatabase.query("""
                MATCH (a)-[r]->(b) WHERE NOT a:Import
                RETURN coalesce(a.id, a.key) AS a, type(r) AS type, coalesce(b.id, b.key) AS b, properties(r) AS properties
                """)
                .forEach(row -> lines.add(row.get("a").asString() + " "
                        + row.get("type").asString() + " " + row.get("b").asString() + " "
                        + sorted(row.get("properties").asMap())));
        return lines.stream().sorted().toList();
    }

    private static Map<String, Object> sorted(Map<String, Object> map) {
        var sorted = new java.util.TreeMap<String, Object>(map);
        sorted.replaceAll((key, value) -> key.equals("evidence") && value instanceof List<?> list
                ? list.stream().map(Object::toString).sorted().toList()
                : String.valueOf(value));
        return sorted;
    }

    private static long count(String cypher) {
        return TestDatabase.query(cypher).get(0).get("n").asLong();
    }

    private static List<String> ids(String cypher) {
        return TestDatabase.query(cypher).stream()
                .map(row -> row.get("id").asString())
                .toList();
    }

    private static List<Object> labels(String id) {
        return TestDatabase.query("MATCH (n:Entity {id: '" + id + "'}) RETURN labels(n) AS l")
                .get(0)
                .get("l")
                .asList();
    }

    private static String verdict(String id) {
        return TestDatabase.query("MATCH (n:Entity {id: '" + id + "'}) RETURN n.verdict AS v")
                .get(0)
                .get("v")
                .asString();
    }

    private static String impact(String id) {
        return TestDatabase.query("MATCH (n:Entity {id: '" + id + "'}) RETURN n.impact AS v")
                .get(0)
                .get("v")
                .asString();
    }
}
