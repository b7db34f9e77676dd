package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.identityexplorer.cypher.CypherFile;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import concludes by some of the rules is what it concludes by all of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // which rules run is the same on either engine
class RuleChoiceIT {

    /** {@code -Dexplorer.changes=300} tries as many. */
    private static final int CHANGES = Integer.getInteger("explorer.changes", 20);

    private static final String ACCOUNT = "111122223333";
    /** A relationship of any type, all properties, a property or label by a name that is computed. */
    private static final Pattern UNNAMED =
            Pattern.compile("-\\[\\w*\\]-|--|\\.\\*|\\b(properties|keys|type)\\(|\\w\\[\\$|\\w\\[\\w+\\.");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The rules that ran. */
    private static final class Recorder extends LoadStatements {

        final Set<String> rules = new TreeSet<>();

        Recorder() {
            super(Organization.LIBRARY);
        }

        @Override
        Pipeline.Rows ask(Pipeline tx, CypherFile file, Map<String, Object> parameters) {
            note(file, parameters);
            return super.ask(tx, file, parameters);
        }

        private void note(CypherFile file, Map<String, Object> parameters) {
            boolean ahead = "".equals(parameters.get("account")); // planned, not run
            if (file.kind().equals("rules") && !ahead) {
                rules.add(file.name());
            }
        }
    }

    @TempDir
    private Path folder;

    private Path global;

    @BeforeEach
    void import_the_sample() throws IOException {
        TestDatabase.reset();
        Organization.importSample();
        var account = Organization.SAMPLE.resolve(ACCOUNT);
        try (var files = Files.walk(account)) {
            for (var file : files.toList()) {
                var copy =
                        folder.resolve(ACCOUNT).resolve(account.relativize(file).toString());
                if (!Files.isDirectory(copy)) {
                    Files.copy(file, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        global = folder.resolve(ACCOUNT).resolve("global");
        importAccount();
    }

    @Test
    void what_no_rule_names_has_none_run_but_those_that_always_do() throws IOException {
        var always = Organization.LIBRARY.rules().stream()
                .filter(RuleChoice.fewest()::holds)
                .map(CypherFile::name)
                .collect(Collectors.toSet());
        var details = global.resolve("iam-get-account-authorization-details.json");
        var json = JSON.readTree(details.toFile());
        var role = (ObjectNode) json.get("RoleDetailList").get(0);
        role.putArray("Tags").addObject().put("Key", "changed").put("Value", "yes");
        ((ObjectNode) role.get("RoleLastUsed")).put("LastUsedDate", "2026-11-01T10:00:00+00:00");
        write(details, json);

        assertThat(importAccount()).isEqualTo(always).hasSizeLessThan(14);

        role.putArray("AttachedManagedPolicies");
        write(details, json);

        assertThat(importAccount())
                .contains("role-attached-policy", "policy-attached-to-role")
                .doesNotContain("user-access-key", "group-member");
    }

    /** Else words do not tell what it depends on. */
    @Test
    void rules_name_what_they_look_at() {
        assertThat(Organization.LIBRARY.rules())
                .extracting(CypherFile::statement)
                .noneMatch(rule -> UNNAMED.matcher(rule).find());
    }

    @Test
    void what_an_account_has_nothing_for_is_not_run_and_would_find_nothing() throws IOException {
        TestDatabase.reset();
        try (var folders = Files.list(Organization.SAMPLE)) {
            for (var account : folders.filter(Files::isDirectory).toList()) {
                var ran = importFolder(account);
                assertThat(ran).isNotEmpty();
                findNothing(account.getFileName().toString(), others(ran));
            }
        }
        var lonely = Files.createDirectory(folder.resolve("lonely"));
        Files.writeString(lonely.resolve("iam-get-account-authorization-details.json"), """
                {"UserDetailList": [], "GroupDetailList": [{"Path": "/", "GroupName": "few", "GroupId": "AGPAFEW",
                  "Arn": "arn:aws:iam::777777777777:group/few", "CreateDate": "2026-01-01T00:00:00+00:00",
                  "GroupPolicyList": [], "AttachedManagedPolicies": []}], "RoleDetailList": [], "Policies": []}""");

        var ran = importFolder(lonely);

        assertThat(ran)
                .contains("group-member", "group-attached-policy", "doubt-members-unseen")
                .doesNotContain("user-access-key", "role-attached-policy", "slr-in-use")
                .hasSizeLessThan(15);
        findNothing("777777777777", others(ran));
    }

    private static List<CypherFile> others(Set<String> ran) {
        return Organization.LIBRARY.rules().stream()
                .filter(rule -> !ran.contains(rule.name()))
                .toList();
    }

    private static void findNothing(String account, List<CypherFile> rules) {
        try (var session = TestDatabase.engine().reading()) {
            for (var rule : rules) {
                assertThat(session.run(rule.statement(), Map.of("account", "arn:aws:iam::" + account + ":root"))
                                .list())
                        .as(rule.name() + " in " + account)
                        .isEmpty();
            }
        }
    }

    @Test
    void any_change_leads_to_the_conclusions_of_all_rules() throws IOException {
        var random = new Random(20_261_129);
        int fewer = 0;
        for (int i = 0; i < CHANGES; i++) {
            var change = change(random);
            int ran = importAccount().size();
            fewer += ran < Organization.LIBRARY.rules().size() ? 1 : 0;
            var content = ImporterIT.content();
            TestDatabase.query("MATCH (a:Account {accountId: '" + ACCOUNT + "'}) SET a.derivedWith = 'other rules'");

            findNothing(ACCOUNT, others(importAccount()));
            assertThat(content).as(i + ": " + change).isEqualTo(ImporterIT.content());
        }
        assertThat(fewer).isGreaterThan(CHANGES / 3);
    }

    private Set<String> importAccount() {
        return importFolder(folder);
    }

    private static Set<String> importFolder(Path folder) {
        var load = new Recorder();
        var importer = new Importer(
                TestDatabase.engine(),
                Organization.CATALOGUE,
                Organization.LIBRARY,
                load,
                Organization.DELETIONS,
                Long.MAX_VALUE);
        Organization.importPaths(importer, folder);
        return load.rules;
    }

    /** Changes one thing in one of the files, half of the times in the authorization details; says what. */
    private String change(Random random) throws IOException {
        while (true) {
            var file =
                    random.nextBoolean() ? global.resolve("iam-get-account-authorization-details.json") : any(random);
            if (Files.readString(file).stripLeading().startsWith("An error")) {
                continue; // what the AWS CLI says where something is denied
            }
            var json = JSON.readTree(file.toFile());
            var spots = new ArrayList<ObjectNode>();
            collect(json, spots);
            var spot = spots.get(random.nextInt(spots.size()));
            var names = new ArrayList<String>();
            spot.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty()) {
                continue;
            }
            var name = names.get(random.nextInt(names.size()));
            var others = spots.stream()
                    .map(other -> other.get(name))
                    .filter(value -> value != null && !value.equals(spot.get(name)))
                    .toList();
            var changed = change(spot, name, others, random);
            if (!changed.isEmpty()) {
                write(file, json);
                return file.getFileName() + ": " + name + ": " + changed;
            }
        }
    }

    private static String change(ObjectNode spot, String name, List<JsonNode> others, Random random) {
        var value = spot.get(name);
        if (value instanceof ArrayNode list && !list.isEmpty() && random.nextBoolean()) {
            return "without " + list.remove(random.nextInt(list.size()));
        }
        if (others.isEmpty()) {
            return "";
        }
        var other = others.get(random.nextInt(others.size()));
        if (value instanceof ArrayNode list && other instanceof ArrayNode more && !more.isEmpty()) {
            var one = more.get(random.nextInt(more.size()));
            list.add(one.deepCopy());
            return "with " + one;
        }
        boolean named = name.endsWith("Arn") || name.endsWith("Name") || name.endsWith("Id");
        if (value instanceof TextNode && named && random.nextInt(4) > 0) {
            return ""; // which makes it another thing, or none
        }
        spot.set(name, other.deepCopy());
        return value + " → " + other;
    }

    private Path any(Random random) throws IOException {
        try (var files = Files.walk(folder)) {
            var all = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            return all.get(random.nextInt(all.size()));
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> spots) {
        if (node instanceof ObjectNode object) {
            spots.add(object);
        }
        node.forEach(child -> collect(child, spots));
    }

    private static void write(Path file, JsonNode json) throws IOException {
        JSON.writeValue(file.toFile(), json);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }
}
