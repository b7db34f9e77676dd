package dev.identityexplorer.catalogue;

import static dev.identityexplorer.model.EntityKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.EntityKind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of {@code deletions.json}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeletionDataTest {

    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void every_kind_of_IAM_entity_that_can_be_deleted_is_covered_and_no_other() {
        var notDeletedByIam = EnumSet.of(
                ACCOUNT,
                AWS_MANAGED_POLICY,
                SERVICE,
                EXTERNAL_PRINCIPAL,
                ANY_PRINCIPAL,
                RESOURCE,
                TAG,
                EntityKind.DELETION_TASK,
                ORGANIZATION,
                ORGANIZATIONAL_UNIT,
                TAG_POLICY);

        assertThat(CATALOGUE.deletions().stream().map(Deletion::kind).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.complementOf(notDeletedByIam));
    }

    @Test
    void no_kind_has_the_same_variant_twice() {
        assertThat(CATALOGUE.deletions().stream()
                        .map(d -> d.kind() + d.variant().orElse("")))
                .doesNotHaveDuplicates();
    }

    @Test
    void commands_are_IAM_calls_whose_placeholders_the_header_explains() {
        var explained = DataFile.read("deletions.json").placeholders();

        assertThat(CATALOGUE.deletions()).allSatisfy(deletion -> {
            assertThat(deletion.command().text())
                    .matches("aws iam (delete|deactivate)-[a-z-]+( --[a-z-]+ \\{[a-zA-Z.]+})+");
            assertThat(explained).containsAll(deletion.command().placeholders());
            assertThat(deletion.api()).matches("iam:(Delete|Deactivate)[A-Za-z]+");
            assertThat(deletion.docUrl())
                    .isEqualTo("https://docs.aws.amazon.com/IAM/latest/APIReference/API_"
                            + deletion.api().substring("iam:".length()) + ".html");
            assertThat(deletion.errors()).contains("NoSuchEntity").doesNotHaveDuplicates();
        });
    }

    @Test
    void only_service_linked_roles_are_deleted_by_a_task() {
        assertThat(CATALOGUE.deletions().stream().filter(Deletion::asynchronous))
                .singleElement()
                .satisfies(deletion -> {
                    assertThat(deletion.kind()).isEqualTo(SERVICE_LINKED_ROLE);
                    assertThat(deletion.errors()).doesNotContain("DeleteConflict");
                    assertThat(deletion.statusCommand())
                            .map(Template::text)
                            .contains("aws iam get-service-linked-role-deletion-status"
                                    + " --deletion-task-id {deletionTaskId}");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "ACCESS_KEY, '', USER, ''",
        "LOGIN_PROFILE, '', USER, ''",
        "SIGNING_CERTIFICATE, '', USER, ''",
        "SSH_PUBLIC_KEY, '', USER, ''",
        "SERVICE_SPECIFIC_CREDENTIAL, '', USER, ''",
        "MFA_DEVICE, hardware, USER, ''",
        "INLINE_POLICY, User, USER, ''",
        "INLINE_POLICY, Group, GROUP, ''",
        "INLINE_POLICY, Role, ROLE, ''",
        "USER, '', GROUP, ''",
        "USER, '', CUSTOMER_MANAGED_POLICY, ''",
        "GROUP, '', CUSTOMER_MANAGED_POLICY, ''",
        "ROLE, '', CUSTOMER_MANAGED_POLICY, ''",
        "POLICY_VERSION, '', CUSTOMER_MANAGED_POLICY, ''",
        "ROLE, '', INSTANCE_PROFILE, ''",
        "ROLE, '', SAML_PROVIDER, ''",
        "ROLE, '', OIDC_PROVIDER, ''",
        "USER, '', MFA_DEVICE, virtual"
    })
    void in_a_set_the_first_goes_before_the_second(EntityKind first, String variant, EntityKind second, String other) {
        assertThat(CATALOGUE.deletion(first, variant).orElseThrow().rank())
                .isLessThan(CATALOGUE.deletion(second, other).orElseThrow().rank());
    }

    @Test
    void the_list_is_in_the_order_of_the_ranks() {
        assertThat(CATALOGUE.deletions()).isSortedAccordingTo(Comparator.comparingInt(Deletion::rank));
    }

    @ParameterizedTest
    @CsvSource({
        "ROLE, '', aws iam delete-role --role-name {name}",
        "CUSTOMER_MANAGED_POLICY, whatever, aws iam delete-policy --policy-arn {id}",
        "POLICY_VERSION, '', aws iam delete-policy-version --policy-arn {owner.id} --version-id {versionId}",
        "INLINE_POLICY, Group, aws iam delete-group-policy --group-name {owner.name} --policy-name {name}",
        "MFA_DEVICE, virtual, aws iam delete-virtual-mfa-device --serial-number {serialNumber}",
        "MFA_DEVICE, hardware, aws iam deactivate-mfa-device --user-name {owner.name} --serial-number {serialNumber}"
    })
    void kind_and_variant_find_the_command(EntityKind kind, String variant, String command) {
        assertThat(CATALOGUE.deletion(kind, variant))
                .map(d -> d.command().text())
                .contains(command);
    }

    @Test
    void a_variant_that_a_kind_does_not_have_finds_nothing() {
        assertThat(CATALOGUE.deletion(INLINE_POLICY, "")).isEmpty();
        assertThat(CATALOGUE.deletion(MFA_DEVICE, "")).isEmpty();
        assertThat(CATALOGUE.deletion(AWS_MANAGED_POLICY, "")).isEmpty();
    }
}
