package dev.identityexplorer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.catalogue.AwsService.Support;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every row of {@code services.json} and {@code regions.json}, and the look-ups on them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AwsServiceDataTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<AwsService> SERVICES = CATALOGUE.services();

    @Test
    void there_are_496_services_of_which_163_have_service_linked_roles() {
        assertThat(SERVICES).hasSize(496);
        assertThat(count(Support.YES)).isEqualTo(163);
        assertThat(count(Support.PARTIAL)).isEqualTo(11);
        assertThat(count(Support.NO)).isEqualTo(296);
        assertThat(count(Support.UNKNOWN)).isEqualTo(26);
    }

    @Test
    void ids_and_names_are_unique() {
        assertThat(SERVICES.stream().map(AwsService::id)).doesNotHaveDuplicates();
        assertThat(SERVICES.stream().map(AwsService::name)).doesNotHaveDuplicates();
    }

    @Test
    void an_id_is_the_principal_or_says_that_it_is_none() {
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(service.id())
                        .satisfiesAnyOf(
                                id -> assertThat(Optional.of(id)).isEqualTo(service.principal()),
                                id -> assertThat(id).matches("service/[a-z0-9-]+")));
    }

    @Test
    void each_principal_is_the_id_of_exactly_one_service() {
        assertThat(SERVICES.stream().flatMap(s -> s.principal().stream()).distinct())
                .allSatisfy(principal -> assertThat(SERVICES.stream().filter(s -> s.id().equals(principal)))
                        .hasSize(1));
    }

    @Test
    void principals_prefixes_and_pages_are_well_formed() {
        assertThat(SERVICES).allSatisfy(service -> {
            assertThat(service.principal().stream())
                    .allSatisfy(p -> assertThat(p).matches(ServiceLinkedRoleTypeDataTest.PRINCIPAL));
            assertThat(service.prefix().stream()).allSatisfy(p -> assertThat(p).matches("[a-z0-9-]+"));
            assertThat(service.docUrl().stream())
                    .allSatisfy(url -> assertThat(url).matches("https://[a-z.]+\\.(com|io)/[\\w./#-]*"));
            assertThat(service.slrDocUrl().stream())
                    .allSatisfy(url -> assertThat(url).matches(ServiceLinkedRoleTypeDataTest.URL));
            assertThat(service.source()).isNotBlank();
        });
    }

    @Test
    void a_principal_that_several_services_share_is_answered_by_its_main_one() {
        assertThat(CATALOGUE.service("rds.amazonaws.com"))
                .map(AwsService::name)
                .contains("Amazon Relational Database Service (Amazon RDS)");
        assertThat(CATALOGUE.service("macie.amazonaws.com"))
                .map(AwsService::name)
                .contains("Amazon Macie");
    }

    @Test
    void the_principal_of_a_part_is_answered_by_the_whole_service_and_named_after_the_part() {
        assertThat(CATALOGUE.service("accountdiscovery.ssm.amazonaws.com")).hasValueSatisfying(service -> {
            assertThat(service.name()).isEqualTo("AWS Systems Manager");
            assertThat(service.docUrl()).isPresent();
        });
        assertThat(CATALOGUE.ownerName("accountdiscovery.ssm.amazonaws.com"))
                .contains("AWS Systems Manager (Explorer)");
        assertThat(CATALOGUE.ownerName("eks-nodegroup.amazonaws.com"))
                .contains("Amazon Elastic Kubernetes Service (Amazon EKS)");
    }

    @Test
    void nobody_knows_a_principal_that_nobody_has() {
        assertThat(CATALOGUE.service("nobody.amazonaws.com")).isEmpty();
        assertThat(CATALOGUE.ownerName("nobody.amazonaws.com")).isEmpty();
    }

    @Test
    void the_table_and_the_types_agree_or_a_note_says_that_they_do_not() {
        assertThat(CATALOGUE.types()).allSatisfy(type -> {
            var owner = CATALOGUE.owner(type).orElseThrow();
            assertThat(owner.supports().serviceLinkedRoles() == Support.YES
                            || owner.supports().serviceLinkedRoles() == Support.PARTIAL
                            || owner.note().isPresent())
                    .as("%s has the role %s", owner.name(), type.roleName())
                    .isTrue();
        });
    }

    @Test
    void every_partition_has_its_own_Regions() {
        assertThat(CATALOGUE.partitions()).map(Partition::id).contains("aws", "aws-cn", "aws-us-gov", "aws-eusc");
        assertThat(CATALOGUE.partitions()).allSatisfy(partition -> {
            assertThat(partition.regions()).isNotEmpty();
            assertThat(CATALOGUE.regions(partition.id()))
                    .contains(partition.globalRegion())
                    .noneMatch(region -> region.endsWith("-global"));
        });
        assertThat(CATALOGUE.partitions().stream().flatMap(p -> p.regions().stream()))
                .map(Partition.Region::id)
                .doesNotHaveDuplicates();
        assertThat(CATALOGUE.regions("aws")).hasSize(34).contains("us-east-1", "eu-central-1");
        assertThat(CATALOGUE.regions("aws-cn")).containsExactly("cn-north-1", "cn-northwest-1");
        assertThat(CATALOGUE.regions("aws-moon")).isEmpty();
    }

    private static long count(Support support) {
        return SERVICES.stream()
                .filter(s -> s.supports().serviceLinkedRoles() == support)
                .count();
    }
}
