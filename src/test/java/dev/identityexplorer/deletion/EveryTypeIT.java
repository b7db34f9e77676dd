package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType.DeletableBy;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType.Keeper;
import dev.identityexplorer.deletion.Assessment.Verdict;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three accounts with a role of every type of which something is known that keeps it in use. In one of them there is one
 * resource of each type; in one all types were listed, and there is none; in one nobody listed any. What is expected stands
 * in the catalogue's own words: {@code exists}, {@code names-role}, {@code fact=value}, or unclear.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is judged, not what the engine answers
class EveryTypeIT {

    private static final String USED = "111122223333";
    private static final String EMPTY = "444455556666";
    private static final String UNSEEN = "777788889999";
    private static final InventoryFiles FILES = new InventoryFiles(List.of("us-gov-east-1", "us-gov-west-1"), true);
    private static final List<ServiceLinkedRoleType> TYPES = Organization.CATALOGUE.types().stream()
            .filter(type ->
                    type.deletableBy() == DeletableBy.IAM && !type.blockedBy().isEmpty())
            .toList();

    private static Map<String, Answer> used;
    private static Map<String, Answer> empty;
    private static Map<String, Answer> unseen;

    @BeforeAll
    static void three_accounts(@TempDir Path folder) throws IOException {
        var nothing = new TreeMap<String, ObjectNode>();
        var something = new TreeMap<String, ObjectNode>();
        for (var type : TYPES) {
            for (var keeper : type.blockedBy()) {
                nothing.putAll(FILES.none(keeper.resourceType(), InventoryFiles.part(keeper)));
                for (var fields : resources(type, keeper)) {
                    InventoryFiles.merge(
                            something, FILES.one(keeper.resourceType(), InventoryFiles.part(keeper), fields));
                }
            }
        }
        write(folder, USED, something);
        write(folder, EMPTY, nothing);
        write(folder, UNSEEN, Map.of());
        TestDatabase.reset();
        Organization.importPaths(folder);
        used = answers(USED);
        empty = answers(EMPTY);
        unseen = answers(UNSEEN);
    }

    /** What resources tell that keep a role in use in the way that the keeper says: one for each. */
    private static List<Map<String, String>> resources(ServiceLinkedRoleType type, Keeper keeper) {
        var inventory = InventoryFiles.inventory(keeper.resourceType());
        if (keeper.when().equals(Keeper.NAMES_ROLE)) {
            return List.of(Map.of(inventory.decides().orElseThrow(), arn(type, USED)));
        }
        return keeper.facts().isEmpty()
                ? List.of(Map.of())
                : keeper.facts().stream()
                        .map(fact -> fact.split("=", 2))
                        .map(fact -> Map.of(
                                inventory.facts().stream()
                                        .filter(f -> f.name().equals(fact[0]))
                                        .findFirst()
                                        .orElseThrow()
                                        .paths()
                                        .get(0),
                                fact[1]))
                        .toList();
    }

    @Test
    void one_resource_of_each_type_blocks_the_roles_that_it_keeps_in_use_and_no_others() {
        assertThat(TYPES).hasSizeGreaterThan(200).allSatisfy(type -> {
            var answer = used.get(type.id());
            var blocking = types(type, keeper -> !keeper.when().equals(Keeper.UNCLEAR));
            assertThat(answer.assessment().verdict())
                    .as(type.roleName())
                    .isEqualTo(blocking.isEmpty() ? Verdict.UNPROVEN : Verdict.BLOCKED);
            var found = answer.blocks().stream()
                    .map(finding ->
                            String.valueOf(finding.blocker().properties().get("resourceType")))
                    .collect(Collectors.toSet());
            assertThat(found).as(type.roleName()).isEqualTo(blocking);
        });
        assertThat(used.values())
                .filteredOn(a -> a.assessment().verdict() == Verdict.BLOCKED)
                .hasSizeGreaterThan(120);
    }

    @Test
    void where_each_type_was_listed_and_there_is_none_the_role_is_clear_unless_no_list_shows_all() {
        assertThat(TYPES).allSatisfy(type -> {
            var answer = empty.get(type.id());
            var open = type.blockedBy().stream()
                    .filter(keeper -> keeper.more() || !FILES.provesAbsence(keeper.resourceType()))
                    .map(Keeper::resourceType)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(answer.blocks()).as(type.roleName()).isEmpty();
            assertThat(answer.assessment().verdict())
                    .as(type.roleName() + " " + answer.assessment().gaps())
                    .isEqualTo(open.isEmpty() ? Verdict.CLEAR : Verdict.UNPROVEN);
            assertThat(gapTypes(answer)).as(type.roleName()).isEqualTo(open);
        });
        assertThat(empty.values())
                .filteredOn(a -> a.assessment().verdict() == Verdict.CLEAR)
                .hasSizeGreaterThan(110);
    }

    @Test
    void where_nobody_listed_anything_no_role_is_clear_and_each_type_is_a_gap() {
        assertThat(TYPES).allSatisfy(type -> {
            var answer = unseen.get(type.id());
            assertThat(answer.assessment().verdict()).as(type.roleName()).isEqualTo(Verdict.UNPROVEN);
            assertThat(gapTypes(answer)).as(type.roleName()).isEqualTo(types(type, keeper -> true, keeper -> true));
        });
    }

    private static TreeSet<String> gapTypes(Answer answer) {
        return answer.assessment().gaps().stream()
                .filter(gap -> gap.purpose().equals("verdict"))
                .flatMap(gap -> gap.resourceType().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> types(ServiceLinkedRoleType type, java.util.function.Predicate<Keeper> which) {
        return types(type, which, keeper -> FILES.listed(keeper.resourceType()));
    }

    private static Set<String> types(
            ServiceLinkedRoleType type,
            java.util.function.Predicate<Keeper> which,
            java.util.function.Predicate<Keeper> and) {
        return type.blockedBy().stream()
                .filter(which.and(and))
                .map(Keeper::resourceType)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String arn(ServiceLinkedRoleType type, String account) {
        return gov(Bundle.arn(type.servicePrincipal() + "/" + type.roleName()), account);
    }

    private static String gov(String text, String account) {
        return text.replace("arn:aws:", "arn:aws-us-gov:").replace(Bundle.ACCOUNT, account);
    }

    private static Map<String, Answer> answers(String account) {
        var byId = Organization.answers(
                        TYPES.stream().map(type -> arn(type, account)).toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(a -> a.facts().id(), Function.identity()));
        return TYPES.stream()
                .collect(Collectors.toMap(ServiceLinkedRoleType::id, type -> byId.get(arn(type, account))));
    }

    private static void write(Path folder, String account, Map<String, ObjectNode> files) throws IOException {
        for (var file : files.entrySet()) {
            write(
                    folder.resolve(account).resolve(file.getKey()),
                    file.getValue().toString());
        }
        var roles = TYPES.stream()
                .map(type -> type.servicePrincipal() + "/" + type.roleName())
                .toList();
        write(
                folder.resolve(account + "/global/iam-get-account-authorization-details.json"),
                gov(Bundle.details(roles), account));
        write(
                folder.resolve(account + "/global/account-list-regions.json"),
                "{\"Regions\": [{\"RegionName\": \"us-gov-east-1\", \"RegionOptStatus\": \"ENABLED_BY_DEFAULT\"},"
                        + " {\"RegionName\": \"us-gov-west-1\", \"RegionOptStatus\": \"ENABLED_BY_DEFAULT\"}]}");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
