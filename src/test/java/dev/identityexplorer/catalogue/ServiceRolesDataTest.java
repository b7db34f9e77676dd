package dev.identityexplorer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceRolesDataTest {

    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void rows_are_of_distinct_services_in_order_with_types_that_tell_their_roles() {
        var rows = DataFile.read("service-roles.json").rows("rows", ServiceRoles.COLUMNS, ServiceRoles::of);

        assertThat(rows).extracting(ServiceRoles::principal).isSorted().doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.docUrl()).startsWith("https://docs.aws.amazon.com/");
            assertThat(row.runs()).isNotEmpty().isSorted().doesNotHaveDuplicates();
            assertThat(row.runs())
                    .allMatch(type -> CATALOGUE.inventories().of(type).runsWithRole());
        });
    }

    @Test
    void a_principal_with_a_Region_or_of_the_China_partition_is_the_same_service() {
        assertThat(CATALOGUE.serviceRoles("states.eu-west-1.amazonaws.com"))
                .isPresent()
                .isEqualTo(CATALOGUE.serviceRoles("states.amazonaws.com"));
        assertThat(CATALOGUE.serviceRoles("states.us-gov-west-1.amazonaws.com")).isPresent();
        assertThat(CATALOGUE.serviceRoles("ec2.amazonaws.com.cn"))
                .isEqualTo(CATALOGUE.serviceRoles("ec2.amazonaws.com"));
    }

    @Test
    void a_part_of_a_service_is_a_service_of_its_own() {
        assertThat(CATALOGUE.serviceRoles("monitoring.rds.amazonaws.com")).isPresent();
        assertThat(CATALOGUE.serviceRoles("rds.amazonaws.com")).isEmpty();
        assertThat(CATALOGUE.serviceRoles("glue.amazonaws.com")).isEmpty();
    }
}
