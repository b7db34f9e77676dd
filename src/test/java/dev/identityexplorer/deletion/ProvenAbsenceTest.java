package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.catalogue.ServiceLinkedRoleType;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType.DeletableBy;
import dev.identityexplorer.graph.AccountEvidence;
import dev.identityexplorer.model.Snapshot;
import dev.identityexplorer.sample.Organization;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bundle with an answer for each type and region shows that nothing keeps a role in use; one answer less does not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvenAbsenceTest {

    private static final Assessor ASSESSOR = new Assessor(
            new Rules(Organization.LIBRARY), Organization.CATALOGUE, new Supply(Organization.CATALOGUE, true));

    @TempDir
    private Path folder;

    private static Stream<ServiceLinkedRoleType> provable() {
        return Organization.CATALOGUE.types().stream()
                .filter(type -> type.deletableBy() == DeletableBy.IAM)
                .filter(type -> !type.blockedBy().isEmpty())
                .filter(type -> type.blockedBy().stream()
                        .allMatch(keeper -> !keeper.more()
                                && Bundle.files(keeper.resourceType(), part(keeper))
                                        .isPresent()));
    }

    private static String part(ServiceLinkedRoleType.Keeper keeper) {
        return InventoryFiles.part(keeper);
    }

    @Test
    void more_than_a_hundred_types_of_roles_are_clear_when_every_list_is_there_and_empty() {
        var bundle = new Bundle(folder).regions();
        var types = provable().toList();
        types.stream()
                .flatMap(type -> type.blockedBy().stream())
                .forEach(keeper -> bundle.nothingOf(keeper.resourceType(), part(keeper)));
        bundle.roles(types.stream().map(ProvenAbsenceTest::name).toList());
        var snapshot = bundle.snapshot();

        assertThat(types).hasSizeGreaterThan(100);
        assertThat(types).allSatisfy(type -> {
            var assessment = assess(type, snapshot);
            assertThat(assessment.gaps())
                    .filteredOn(gap -> gap.purpose().equals("verdict"))
                    .isEmpty();
            assertThat(assessment.verdict()).isEqualTo(Assessment.Verdict.CLEAR);
            assertThat(assessment.provenAt()).isPresent();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "elasticloadbalancing.amazonaws.com, AWSServiceRoleForElasticLoadBalancing",
        "autoscaling.amazonaws.com, AWSServiceRoleForAutoScaling",
        "ecs.application-autoscaling.amazonaws.com, AWSServiceRoleForApplicationAutoScaling_ECSService",
        "eks-nodegroup.amazonaws.com, AWSServiceRoleForAmazonEKSNodegroup",
        "globalaccelerator.amazonaws.com, AWSServiceRoleForGlobalAccelerator",
        "elasticache.amazonaws.com, AWSServiceRoleForElastiCache",
        "elasticfilesystem.amazonaws.com, AWSServiceRoleForAmazonElasticFileSystem"
    })
    void without_any_one_file_the_role_is_not_proven_and_the_gap_names_its_type_and_region(
            String principal, String roleName) {
        var type = Organization.CATALOGUE.typeOf(principal, roleName).orElseThrow();
        var bundle = new Bundle(folder).regions().roles(List.of(name(type)));
        var typesOfFile = new HashMap<String, Set<String>>();
        type.blockedBy().forEach(keeper -> {
            bundle.nothingOf(keeper.resourceType(), part(keeper));
            Bundle.files(keeper.resourceType(), part(keeper))
                    .orElseThrow()
                    .forEach(file -> typesOfFile
                            .computeIfAbsent(file, f -> new java.util.TreeSet<>())
                            .add(keeper.resourceType()));
        });
        var whole = bundle.snapshot();
        assertThat(assess(type, whole).verdict()).isEqualTo(Assessment.Verdict.CLEAR);

        typesOfFile.forEach((file, types) -> {
            var source = Bundle.ACCOUNT + "/" + file;
            var without = new HashMap<>(Bundle.evidence(whole).byKey());
            assertThat(without.values().removeIf(seen -> seen.source().equals(source)))
                    .isTrue();
            var assessment = assess(type, without);

            assertThat(assessment.verdict()).as(file).isEqualTo(Assessment.Verdict.UNPROVEN);
            var region = file.substring(0, file.indexOf('/'));
            assertThat(assessment.gaps())
                    .filteredOn(gap -> gap.purpose().equals("verdict"))
                    .isNotEmpty()
                    .allSatisfy(gap -> {
                        assertThat(gap.resourceType())
                                .hasValueSatisfying(t -> assertThat(types).contains(t));
                        assertThat(gap.region())
                                .hasValueSatisfying(r -> assertThat(r).isIn(region, "*"));
                        assertThat(gap.state()).isEqualTo("missing");
                        assertThat(gap.suppliedBy()).isPresent();
                    });
        });
    }

    @Test
    void without_the_list_of_regions_every_region_of_the_partition_counts() {
        var type = Organization.CATALOGUE
                .typeOf("mq.amazonaws.com", "AWSServiceRoleForAmazonMQ")
                .orElseThrow();
        var bundle = new Bundle(folder).roles(List.of(name(type)));
        bundle.nothingOf("AWS::AmazonMQ::Broker", "");

        var assessment = assess(type, bundle.snapshot());

        assertThat(assessment.verdict()).isEqualTo(Assessment.Verdict.UNPROVEN);
        assertThat(assessment.gaps())
                .filteredOn(gap -> gap.purpose().equals("verdict"))
                .extracting(gap -> gap.region().orElse(""))
                .hasSize(Organization.CATALOGUE.regions("aws").size() - Bundle.REGIONS.size())
                .contains("af-south-1")
                .doesNotContain("eu-west-1");
    }

    @Test
    void an_answer_that_was_refused_or_is_cut_off_proves_nothing() {
        var type = Organization.CATALOGUE
                .typeOf("mq.amazonaws.com", "AWSServiceRoleForAmazonMQ")
                .orElseThrow();
        var bundle = new Bundle(folder).regions().roles(List.of(name(type)));
        bundle.nothingOf("AWS::AmazonMQ::Broker", "")
                .file("eu-west-1/mq-list-brokers.json", "{\"BrokerSummaries\": [], \"NextToken\": \"more\"}")
                .file(
                        "eu-west-2/mq-list-brokers.json",
                        "An error occurred (AccessDeniedException) when calling the ListBrokers operation: no")
                .file(
                        "eu-west-3/mq-list-brokers.json",
                        "An error occurred (UnsupportedActionException) when calling the ListBrokers operation: no");

        var assessment = assess(type, bundle.snapshot());

        assertThat(assessment.verdict()).isEqualTo(Assessment.Verdict.UNPROVEN);
        assertThat(assessment.gaps())
                .filteredOn(gap -> gap.purpose().equals("verdict"))
                .extracting(gap -> gap.region().orElse("") + " " + gap.state())
                .containsExactlyInAnyOrder("eu-west-1 partial", "eu-west-2 denied", "eu-west-3 partial");
    }

    private static String name(ServiceLinkedRoleType type) {
        return type.servicePrincipal() + "/" + type.roleName();
    }

    private static Assessment assess(ServiceLinkedRoleType type, Snapshot snapshot) {
        return assess(type, Bundle.evidence(snapshot).byKey());
    }

    private static Assessment assess(ServiceLinkedRoleType type, Map<String, AccountEvidence.Seen> evidence) {
        var facts = Subject.serviceLinkedRole(Bundle.arn(name(type)), type.servicePrincipal())
                .in(evidence.containsKey("regions") ? Bundle.REGIONS : List.of())
                .facts();
        return ASSESSOR.assess(
                facts, new AccountEvidence(evidence), ZonedDateTime.now(ZoneOffset.UTC), Duration.ofDays(36_500));
    }
}
