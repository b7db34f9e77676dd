package dev.identityexplorer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoleTypeLookUpTest {

    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void every_type_is_found_by_its_own_name_and_by_each_alias_without_a_suffix() {
        for (var type : CATALOGUE.types()) {
            assertThat(type.fixedNames()).allSatisfy(name -> {
                assertThat(CATALOGUE.typeOf(type.servicePrincipal(), name)).contains(type);
                assertThat(CATALOGUE.suffix(type.servicePrincipal(), name)).isEmpty();
            });
        }
    }

    @Test
    void every_type_takes_a_suffix_or_refuses_it_as_it_says() {
        for (var type : CATALOGUE.types()) {
            var name = type.roleName() + "_some_suffix";
            if (type.customSuffix()) {
                assertThat(CATALOGUE.typeOf(type.servicePrincipal(), name)).contains(type);
                assertThat(CATALOGUE.suffix(type.servicePrincipal(), name)).contains("some_suffix");
            } else {
                assertThat(CATALOGUE.typeOf(type.servicePrincipal(), name)).isEmpty();
                assertThat(CATALOGUE.suffix(type.servicePrincipal(), name)).isEmpty();
            }
        }
    }

    @Test
    void a_suffix_may_hold_more_underscores() {
        assertThat(CATALOGUE.typeOf("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling_my_own_suffix"))
                .map(ServiceLinkedRoleType::roleName)
                .contains("AWSServiceRoleForAutoScaling");
        assertThat(CATALOGUE.suffix("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling_my_own_suffix"))
                .contains("my_own_suffix");
    }

    @Test
    void an_underscore_alone_at_the_end_is_no_suffix() {
        assertThat(CATALOGUE.typeOf("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling_"))
                .map(ServiceLinkedRoleType::roleName)
                .contains("AWSServiceRoleForAutoScaling");
        assertThat(CATALOGUE.suffix("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling_"))
                .isEmpty();
    }

    @Test
    void a_name_that_only_looks_like_another_with_a_suffix_is_a_type_of_its_own() {
        assertThat(CATALOGUE.typeOf(
                        "accountdiscovery.ssm.amazonaws.com", "AWSServiceRoleForAmazonSSM_AccountDiscovery"))
                .map(ServiceLinkedRoleType::roleName)
                .contains("AWSServiceRoleForAmazonSSM_AccountDiscovery");
        assertThat(CATALOGUE.suffix(
                        "accountdiscovery.ssm.amazonaws.com", "AWSServiceRoleForAmazonSSM_AccountDiscovery"))
                .isEmpty();
        assertThat(CATALOGUE.typeOf("ssm.amazonaws.com", "AWSServiceRoleForAmazonSSM_AccountDiscovery"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ssm.amazonaws.com, AWSServiceRoleForAmazonSSM_my_suffix",
        "autoscaling.amazonaws.com, AWSServiceRoleForAutoScalingmore",
        "autoscaling.amazonaws.com, AWSServiceRoleForAutoScalin",
        "autoscaling.amazonaws.com, awsserviceroleforautoscaling",
        "autoscaling.amazonaws.com, ''",
        "elasticloadbalancing.amazonaws.com, AWSServiceRoleForAutoScaling",
        "nobody.amazonaws.com, AWSServiceRoleForAutoScaling",
        "'', AWSServiceRoleForAutoScaling"
    })
    void what_matches_only_nearly_is_of_no_known_type(String principal, String roleName) {
        assertThat(CATALOGUE.typeOf(principal, roleName)).isEmpty();
        assertThat(CATALOGUE.suffix(principal, roleName)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rum.amazonaws.com, AWSServiceRoleForCloudWatchRUM, AWSServiceRoleForRealUserMonitoring",
        "ssm-incidents.amazonaws.com, AWSServiceRoleforIncidentManager, AWSServiceRoleForIncidentManager"
    })
    void an_alias_names_the_type_too(String principal, String alias, String roleName) {
        assertThat(CATALOGUE.typeOf(principal, alias))
                .map(ServiceLinkedRoleType::roleName)
                .contains(roleName);
    }

    @Test
    void principals_of_the_China_partition_are_those_of_the_others() {
        assertThat(CATALOGUE.typeOf("autoscaling.amazonaws.com.cn", "AWSServiceRoleForAutoScaling_x"))
                .isPresent()
                .isEqualTo(CATALOGUE.typeOf("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling_x"));
        assertThat(CATALOGUE.suffix("autoscaling.amazonaws.com.cn", "AWSServiceRoleForAutoScaling_x"))
                .contains("x");
        assertThat(CATALOGUE.typesOf("rds.amazonaws.com.cn"))
                .isNotEmpty()
                .isEqualTo(CATALOGUE.typesOf("rds.amazonaws.com"));
        assertThat(CATALOGUE.ownerName("ec2.amazonaws.com.cn"))
                .isPresent()
                .isEqualTo(CATALOGUE.ownerName("ec2.amazonaws.com"));
    }

    @Test
    void one_principal_may_have_several_types() {
        assertThat(CATALOGUE.typesOf("rds.amazonaws.com"))
                .map(ServiceLinkedRoleType::roleName)
                .containsExactly("AWSServiceRoleForRDS", "AWSServiceRoleForRDSBeta", "AWSServiceRoleForRDSPreview");
        assertThat(CATALOGUE.typesOf("nobody.amazonaws.com")).isEmpty();
    }
}
