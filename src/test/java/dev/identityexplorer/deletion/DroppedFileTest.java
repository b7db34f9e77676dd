package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.catalogue.ServiceLinkedRoleType;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType.DeletableBy;
import dev.identityexplorer.graph.AccountEvidence;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.sample.Organization;
import dev.identityexplorer.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A bundle in which each type that keeps a service-linked role in use was listed, and none is there: the role is clear.
 * Without any one of its files it is not, and the gap says which. Every type of role of which absence can be proven, every
 * operation; of the Regions one each, in a partition that has two.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DroppedFileTest {

    private static final Assessor ASSESSOR = new Assessor(
            new Rules(Organization.LIBRARY), Organization.CATALOGUE, new Supply(Organization.CATALOGUE, true));
    private static final String ACCOUNT = "111122223333";
    private static final List<String> REGIONS = List.of("us-gov-east-1", "us-gov-west-1");

    @TempDir
    private Path folder;

    private InventoryFiles files = new InventoryFiles(REGIONS, true);

    private Stream<ServiceLinkedRoleType> provable() {
        return Organization.CATALOGUE.types().stream()
                .filter(type -> type.deletableBy() == DeletableBy.IAM
                        && !type.blockedBy().isEmpty())
                .filter(type -> type.blockedBy().stream()
                        .allMatch(keeper -> !keeper.more() && files.provesAbsence(keeper.resourceType())));
    }

    @ParameterizedTest(name = "files of the commands that blockers prints: {0}")
    @ValueSource(booleans = {true, false})
    void without_any_one_file_of_its_bundle_no_role_is_clear_and_the_gap_names_the_file(boolean printed)
            throws IOException {
        files = new InventoryFiles(REGIONS, printed);
        var operations = new HashSet<String>();
        int roles = 0;
        for (var type : provable().toList()) {
            new Case(type, folder.resolve(String.valueOf(roles)), printed).run(operations);
            roles++;
        }
        assertThat(roles).isGreaterThan(110);
        assertThat(operations).hasSizeGreaterThan(120);
    }

    @Test
    void of_all_files_together_each_decides_about_the_roles_that_need_it_and_no_others() throws IOException {
        var needed = new TreeMap<String, Set<ServiceLinkedRoleType>>();
        var all = new Bundle(folder);
        regions(all);
        provable()
                .forEach(type -> type.blockedBy()
                        .forEach(keeper -> files.none(keeper.resourceType(), InventoryFiles.part(keeper))
                                .forEach((file, answer) -> {
                                    all.file(file, answer.toString());
                                    needed.computeIfAbsent(file, f -> new HashSet<>())
                                            .add(type);
                                })));
        all.file(
                "global/iam-get-account-authorization-details.json",
                details(provable().toList()));
        var whole = evidence();
        var types = provable().toList();
        assertThat(types).allSatisfy(type -> assertThat(assess(type, whole)).isEqualTo(Assessment.Verdict.CLEAR));

        // account-wide, and one Region of each operation
        var operations = new HashSet<String>();
        for (var file : needed.keySet()) {
            if (operations.add(file.substring(file.indexOf('/')))) {
                var without = new HashMap<>(whole);
                without.values().removeIf(seen -> seen.source().equals(ACCOUNT + "/" + file));
                for (var type : types) {
                    assertThat(assess(type, without))
                            .as(type.roleName() + " without " + file)
                            .isEqualTo(
                                    needed.get(file).contains(type)
                                            ? Assessment.Verdict.UNPROVEN
                                            : Assessment.Verdict.CLEAR);
                }
            }
        }
        assertThat(operations).hasSizeGreaterThan(120);
    }

    @Test
    void the_README_says_of_how_many_types_no_list_is_known() throws IOException {
        var unknown = Organization.CATALOGUE.types().stream()
                .flatMap(type -> type.blockedBy().stream())
                .map(ServiceLinkedRoleType.Keeper::resourceType)
                .filter(type -> !files.provesAbsence(type))
                .distinct()
                .count();
        assertThat(Files.readString(Path.of("README.md")).replaceAll("\\s+", " "))
                .contains("For " + unknown + " of the types that AWS names");
    }

    private final class Case {
        private final ServiceLinkedRoleType type;
        private final Path folder;
        private final boolean printed;
        private final Map<String, Set<String>> typesOfFile = new TreeMap<>();

        Case(ServiceLinkedRoleType type, Path folder, boolean printed) {
            this.type = type;
            this.folder = folder;
            this.printed = printed;
            var bundle = new Bundle(folder);
            regions(bundle);
            bundle.file("global/iam-get-account-authorization-details.json", details(List.of(type)));
            type.blockedBy()
                    .forEach(keeper -> files.none(keeper.resourceType(), InventoryFiles.part(keeper))
                            .forEach((file, answer) -> {
                                bundle.file(file, answer.toString());
                                typesOfFile
                                        .computeIfAbsent(file, f -> new TreeSet<>())
                                        .add(keeper.resourceType());
                            }));
        }

        void run(Set<String> operations) throws IOException {
            assertThat(assessment().verdict()).as(type.roleName()).isEqualTo(Assessment.Verdict.CLEAR);
            var seen = new HashSet<String>();
            var names = typesOfFile.keySet().stream().toList();
            for (var file : type.roleName().length() % 2 == 0 ? names : reversed(names)) {
                var operation = file.substring(file.indexOf('/') + 1);
                if (seen.add(operation)) {
                    operations.add(operation);
                    without(file);
                }
            }
        }

        private void without(String file) throws IOException {
            var path = folder.resolve(ACCOUNT).resolve(file);
            var text = Files.readString(path);
            Files.delete(path);
            var assessment = assessment();
            Files.writeString(path, text);
            var gaps = assessment.gaps().stream()
                    .filter(gap -> gap.purpose().equals("verdict"))
                    .toList();
            assertThat(assessment.verdict())
                    .as(type.roleName() + " without " + file)
                    .isEqualTo(Assessment.Verdict.UNPROVEN);
            assertThat(gaps).isNotEmpty().allSatisfy(gap -> {
                assertThat(gap.resourceType())
                        .hasValueSatisfying(
                                t -> assertThat(typesOfFile.get(file)).contains(t));
                assertThat(gap.region())
                        .hasValueSatisfying(r -> assertThat(r).isIn(file.substring(0, file.indexOf('/')), "*"));
                assertThat(gap.suppliedBy()).isPresent();
                if (printed && !gap.region().equals(Optional.of("*"))) {
                    assertThat(gap.saveAs().orElse(""))
                            .as(gap.suppliedBy().get())
                            .contains(nameable(file));
                }
            });
        }

        /** What of the file's name a gap can know: not the names of what holds others, nor which part is meant. */
        private String nameable(String file) {
            return Organization.CATALOGUE.inventories().nested().stream()
                                    .anyMatch(i -> typesOfFile.get(file).contains(i.type()))
                            || file.contains("describe-scalable-targets")
                    ? file.substring(0, file.indexOf('/'))
                    : file;
        }

        private Assessment assessment() {
            return ASSESSOR.assess(
                    facts(type),
                    new AccountEvidence(evidence(folder)),
                    ZonedDateTime.now(ZoneOffset.UTC),
                    Duration.ofDays(36_500));
        }
    }

    private static List<String> reversed(List<String> names) {
        return names.stream().sorted(java.util.Comparator.reverseOrder()).toList();
    }

    private static void regions(Bundle bundle) {
        bundle.file(
                "global/account-list-regions.json",
                "{\"Regions\": [{\"RegionName\": \"us-gov-east-1\", \"RegionOptStatus\": \"ENABLED_BY_DEFAULT\"},"
                        + " {\"RegionName\": \"us-gov-west-1\", \"RegionOptStatus\": \"ENABLED_BY_DEFAULT\"}]}");
    }

    private static String details(List<ServiceLinkedRoleType> types) {
        return Bundle.details(types.stream().map(DroppedFileTest::name).toList())
                .replace("arn:aws:", "arn:aws-us-gov:");
    }

    private static String name(ServiceLinkedRoleType type) {
        return type.servicePrincipal() + "/" + type.roleName();
    }

    private Map<String, AccountEvidence.Seen> evidence() {
        return evidence(folder);
    }

    private static Map<String, AccountEvidence.Seen> evidence(Path folder) {
        var source = Source.of(List.of(folder));
        return Bundle.evidence(source.read(source.accounts().get(0))).byKey();
    }

    private static Assessment.Verdict assess(ServiceLinkedRoleType type, Map<String, AccountEvidence.Seen> evidence) {
        return ASSESSOR.assess(
                        facts(type),
                        new AccountEvidence(evidence),
                        ZonedDateTime.now(ZoneOffset.UTC),
                        Duration.ofDays(36_500))
                .verdict();
    }

    private static Facts facts(ServiceLinkedRoleType type) {
        return Subject.serviceLinkedRole(
                        Bundle.arn(name(type)).replace("arn:aws:", "arn:aws-us-gov:"), type.servicePrincipal())
                .in(REGIONS)
                .facts();
    }
}
