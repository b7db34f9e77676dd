package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.cypher.CypherFile;
import dev.identityexplorer.graph.Queries;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.types.MapAccessor;

/** Every rule finds something in the sample organization, and leaves something of the same kind alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what rules find, not what the engine answers
class RulesIT {

    private static final String NO_INVENTORY = "nobody took an inventory of the sample's resources";
    private static final String NO_CONTRADICTION =
            "the sample's evidence does not contradict itself; ContradictionIT and TwoAnswersIT have some that does";
    private static final Map<String, String> FIND_NOTHING = Map.ofEntries(
            Map.entry("doubt-access-key-used-later", NO_CONTRADICTION),
            Map.entry("doubt-listed-before-known", NO_CONTRADICTION),
            Map.entry("doubt-credential-active-later", NO_CONTRADICTION),
            Map.entry("doubt-members-unseen", NO_CONTRADICTION),
            Map.entry("doubt-mfa-device-assigned-later", NO_CONTRADICTION),
            Map.entry("doubt-user-active-later", NO_CONTRADICTION),
            Map.entry("doubt-slr-condition", "the sample holds no inventories; ServiceLinkedRoleUseIT has them"),
            Map.entry("doubt-slr-named", "the sample holds no inventories; ServiceLinkedRoleUseIT has them"),
            Map.entry(
                    "policy-required-as-boundary",
                    "no policy of the sample asks for a boundary; SeveralAnswersIT has one that does"),
            Map.entry("policy-named-by-resource", NO_INVENTORY),
            Map.entry("profile-runs-resource", NO_INVENTORY),
            Map.entry("resource-names-identity", NO_INVENTORY),
            Map.entry("resource-names-user", NO_INVENTORY),
            Map.entry("resource-uses-provider", NO_INVENTORY),
            Map.entry("role-runs-resource", NO_INVENTORY),
            Map.entry("server-certificate-listener", NO_INVENTORY),
            Map.entry("slr-in-use", NO_INVENTORY),
            Map.entry(
                    "trust-names-session",
                    "the one session that the sample trusts is of an account that was never imported"));
    private static final Map<String, String> LEAVE_NOTHING_ALONE =
            Map.of("inline-policy-grants-permissions", "an inline policy always has one that embeds it");

    @BeforeAll
    static void import_the_sample() {
        Organization.importSample();
    }

    static List<String> rules() {
        return Organization.LIBRARY.rules().stream().map(CypherFile::name).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_finds_something_unless_a_reason_stands_here(String name) {
        var found = found(name);

        if (FIND_NOTHING.containsKey(name)) {
            assertThat(found)
                    .as("remove the exception: " + FIND_NOTHING.get(name))
                    .isEmpty();
        } else {
            assertThat(found).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_leaves_something_of_its_kind_alone_unless_a_reason_stands_here(String name) {
        var others = ofKind(name);
        others.removeAll(found(name));

        if (LEAVE_NOTHING_ALONE.containsKey(name)) {
            assertThat(others)
                    .as("remove the exception: " + LEAVE_NOTHING_ALONE.get(name))
                    .isEmpty();
        } else {
            assertThat(others).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_finds_only_what_it_says_it_applies_to(String name) {
        assertThat(ofKind(name)).containsAll(found(name));
    }

    private static Set<String> found(String name) {
        var statement = Organization.LIBRARY.file("rules", name).statement();
        var found = new TreeSet<String>();
        for (var account : ids("MATCH (n:Account) RETURN n.id AS id")) {
            new Queries(TestDatabase.engine())
                    .run(statement, new HashMap<>(Map.of("account", account)))
                    .rows()
                    .forEach(row -> found.add(row.get("blocked").toString()));
        }
        return found;
    }

    private static Set<String> ofKind(String name) {
        var ids = new TreeSet<String>();
        for (var kind : Rule.of(Organization.LIBRARY.file("rules", name)).applies()) {
            ids.addAll(ids(
                    switch (kind) {
                        case "VirtualMfaDevice" -> "MATCH (n:MfaDevice {virtual: true}) RETURN n.id AS id";
                        case "Role" -> "MATCH (n:Role) WHERE NOT n:ServiceLinkedRole RETURN n.id AS id";
                        default -> "MATCH (n:" + kind + ") RETURN n.id AS id";
                    }));
        }
        return ids;
    }

    private static List<String> ids(String cypher) {
        return TestDatabase.query(cypher).stream()
                .map(MapAccessor::asMap)
                .map(row -> row.get("id").toString())
                .toList();
    }
}
