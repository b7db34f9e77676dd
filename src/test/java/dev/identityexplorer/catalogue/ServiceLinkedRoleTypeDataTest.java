package dev.identityexplorer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every row of {@code service-linked-role-types.json}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceLinkedRoleTypeDataTest {

    static final Pattern PRINCIPAL = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazonaws\\.com");
    static final Pattern URL = Pattern.compile("https://(docs|lightsail)?\\.?aws\\.amazon\\.com/[\\w./#-]*");
    private static final Pattern ROLE_NAME = Pattern.compile("[\\w+=,.@-]{1,64}");
    private static final Pattern RESOURCE_TYPE =
            Pattern.compile("AWS::[A-Za-z0-9]+::[A-Za-z0-9]+|[a-z][a-z0-9-]+:[A-Z][A-Za-z0-9]+");
    private static final Pattern COMMAND = Pattern.compile("aws [a-z0-9-]+ [a-z0-9-]+( .+)?");

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<ServiceLinkedRoleType> TYPES = CATALOGUE.types();

    @Test
    void there_are_331_types_of_326_principals() {
        assertThat(TYPES).hasSize(331);
        assertThat(TYPES.stream().map(ServiceLinkedRoleType::servicePrincipal).distinct())
                .hasSize(326);
    }

    @Test
    void for_221_of_them_something_is_known_that_keeps_them_in_use() {
        assertThat(TYPES.stream().filter(t -> !t.blockedBy().isEmpty())).hasSize(221);
        assertThat(TYPES.stream().mapToInt(t -> t.blockedBy().size()).sum()).isEqualTo(312);
    }

    @Test
    void few_are_not_deleted_through_IAM_and_few_take_a_suffix() {
        assertThat(TYPES.stream()
                        .filter(t -> t.deletableBy() == ServiceLinkedRoleType.DeletableBy.NEVER)
                        .map(ServiceLinkedRoleType::roleName))
                .containsExactlyInAnyOrder(
                        "AWSServiceRoleForKeyManagementServiceCustomKeyStores",
                        "AWSServiceRoleForKeyManagementServiceMultiRegionKeys",
                        "AWSServiceRoleForSupport");
        assertThat(TYPES.stream()
                        .filter(t -> t.deletableBy() == ServiceLinkedRoleType.DeletableBy.SERVICE)
                        .map(ServiceLinkedRoleType::roleName))
                .containsExactlyInAnyOrder(
                        "AWSServiceRoleForAmazonConnect", "AWSServiceRoleForAmazonPrometheusScraper");
        assertThat(TYPES.stream().filter(ServiceLinkedRoleType::customSuffix)).hasSize(12);
    }

    @Test
    void no_two_have_the_same_id_and_no_two_of_a_principal_the_same_name_in_any_case() {
        assertThat(TYPES.stream().map(ServiceLinkedRoleType::id)).doesNotHaveDuplicates();
        assertThat(TYPES.stream()
                        .flatMap(t -> t.fixedNames().stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .distinct()
                                .map(name -> t.servicePrincipal() + "/" + name)))
                .doesNotHaveDuplicates();
    }

    @Test
    void they_stand_in_order_so_that_a_new_one_has_one_place() {
        assertThat(TYPES.stream().map(ServiceLinkedRoleType::servicePrincipal)).isSorted();
    }

    @Test
    void principals_names_and_pages_are_well_formed() {
        assertThat(TYPES).allSatisfy(type -> {
            assertThat(type.servicePrincipal()).matches(PRINCIPAL);
            assertThat(type.fixedNames()).allSatisfy(name -> assertThat(name).matches(ROLE_NAME));
            assertThat(type.roleName()).startsWith("AWSServiceRoleFor");
            assertThat(type.managedPolicies())
                    .doesNotHaveDuplicates()
                    .allSatisfy(name -> assertThat(name).matches("[\\w-]+"));
            assertThat(type.docUrl().stream()).allSatisfy(url -> assertThat(url).matches(URL));
            assertThat(type.source()).isNotBlank();
        });
    }

    @Test
    void a_type_names_each_kind_of_keeper_once_in_a_known_form() {
        assertThat(TYPES).allSatisfy(type -> {
            assertThat(type.blockedBy().stream().map(ServiceLinkedRoleType.Keeper::resourceType))
                    .doesNotHaveDuplicates()
                    .allSatisfy(name -> assertThat(name).matches(RESOURCE_TYPE));
            assertThat(type.blockedBy())
                    .allSatisfy(keeper -> assertThat(keeper.condition()).isNotBlank());
        });
    }

    @Test
    void clean_up_commands_are_AWS_CLI_calls_whose_placeholders_the_header_explains() {
        var explained = DataFile.read("service-linked-role-types.json").placeholders();
        var commands = TYPES.stream()
                .flatMap(t -> t.blockedBy().stream())
                .map(ServiceLinkedRoleType.Keeper::cleanup)
                .flatMap(Optional::stream)
                .toList();

        assertThat(commands).hasSize(285).allSatisfy(command -> {
            assertThat(List.of(command.text().split(" && ")))
                    .allSatisfy(part -> assertThat(part).matches(COMMAND));
            assertThat(explained).containsAll(command.placeholders());
        });
        assertThat(commands.stream().flatMap(c -> c.placeholders().stream())).containsAll(explained);
    }

    @Test
    void the_owner_of_every_type_is_one_of_the_services() {
        assertThat(TYPES).allSatisfy(type -> assertThat(CATALOGUE.owner(type)).isPresent());
    }

    @Test
    void a_principal_that_is_no_service_of_its_own_belongs_to_one_service_only() {
        assertThat(TYPES.stream()
                        .filter(t -> CATALOGUE.service(t.servicePrincipal()).isEmpty()))
                .isEmpty();
        assertThat(TYPES.stream()
                        .filter(t -> !CATALOGUE
                                .service(t.servicePrincipal())
                                .get()
                                .id()
                                .equals(t.servicePrincipal()))
                        .filter(t -> CATALOGUE.typesOf(t.servicePrincipal()).stream()
                                        .map(ServiceLinkedRoleType::ownerName)
                                        .distinct()
                                        .count()
                                > 1))
                .isEmpty();
    }

    @Test
    void a_policy_is_either_mapped_to_a_type_or_listed_as_not_mapped() {
        var mapped = TYPES.stream().flatMap(t -> t.managedPolicies().stream()).toList();

        assertThat(mapped).hasSize(329);
        assertThat(CATALOGUE.unmappedPolicies())
                .hasSize(27)
                .map(UnmappedPolicy::name)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(mapped);
    }

    @Test
    void where_only_trusted_access_is_known_its_absence_proves_nothing() {
        assertThat(TYPES.stream()
                        .filter(type -> type.blockedBy().size() == 1)
                        .flatMap(type -> type.blockedBy().stream())
                        .filter(keeper -> keeper.resourceType().equals("organizations:ServiceAccess"))
                        .filter(keeper -> keeper.when().startsWith("ServicePrincipal=")))
                .hasSize(5)
                .allMatch(ServiceLinkedRoleType.Keeper::more);
    }

    @Test
    void what_the_service_counts_as_its_own_is_listed_in_all_its_kinds() {
        assertThat(keepers("AWSServiceRoleForGlobalAccelerator"))
                .contains("AWS::GlobalAccelerator::Accelerator", "globalaccelerator:CustomRoutingAccelerator");
        assertThat(keepers("AWSServiceRoleForAWSChatbot")).contains("AWS::Chatbot::MicrosoftTeamsChannelConfiguration");
    }

    private static List<String> keepers(String roleName) {
        return TYPES.stream()
                .filter(type -> type.roleName().equals(roleName))
                .flatMap(type -> type.blockedBy().stream())
                .map(ServiceLinkedRoleType.Keeper::resourceType)
                .toList();
    }
}
