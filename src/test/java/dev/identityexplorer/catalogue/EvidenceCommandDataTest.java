package dev.identityexplorer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EvidenceKind;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of {@code evidence.json}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceCommandDataTest {

    private static final Catalogue CATALOGUE = Catalogue.load();

    @ParameterizedTest
    @EnumSource(EvidenceKind.class)
    void every_kind_of_evidence_has_a_command(EvidenceKind kind) {
        assertThat(CATALOGUE.evidenceCommands())
                .filteredOn(e -> e.kind() == kind)
                .isNotEmpty()
                .allSatisfy(e -> {
                    var placeholders = e.command().placeholders();
                    switch (kind.scope()) {
                        case ACCOUNT -> assertThat(placeholders).isEmpty();
                        case SUBJECT ->
                            assertThat(placeholders)
                                    .singleElement()
                                    .satisfies(p -> assertThat(p).matches("subject\\.\\w+|deletionTaskId"));
                        case REGION -> assertThat(placeholders).containsExactlyInAnyOrder("resourceType", "region");
                    }
                });
    }

    @Test
    void no_kind_has_the_same_variant_twice_and_a_variant_is_the_label_of_a_kind() {
        assertThat(CATALOGUE.evidenceCommands().stream()
                        .map(e -> e.kind() + e.variant().orElse("")))
                .doesNotHaveDuplicates();
        assertThat(CATALOGUE.evidenceCommands().stream().flatMap(e -> e.variant().stream()))
                .allSatisfy(label -> assertThat(EntityKind.ofLabel(label)).isPresent());
    }

    @Test
    void a_command_only_reads_and_its_output_has_the_place_in_a_bundle_that_its_operation_says() {
        var explained = DataFile.read("evidence.json").placeholders();

        assertThat(CATALOGUE.evidenceCommands()).allSatisfy(e -> {
            var command = e.command().text();
            assertThat(command).matches("aws [a-z0-9-]+ (get|list|describe|generate)-.+");
            assertThat(explained)
                    .containsAll(e.command().placeholders())
                    .containsAll(e.file().placeholders());
            var last = command.substring(command.lastIndexOf(" && aws ") < 0 ? 0 : command.lastIndexOf(" && aws ") + 4)
                    .split(" ");
            assertThat(e.file().text())
                    .matches("\\{accountId}/(global|\\{region})/" + last[1] + "-" + last[2] + "(/\\{[\\w.]+})?\\.json");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "SSH_PUBLIC_KEYS, aws iam list-ssh-public-keys --user-name {subject.name},"
                + " {accountId}/global/iam-list-ssh-public-keys/{subject.name}.json",
        "USERS, aws iam get-account-authorization-details,"
                + " {accountId}/global/iam-get-account-authorization-details.json",
        "CREDENTIAL_REPORT, aws iam generate-credential-report && aws iam get-credential-report,"
                + " {accountId}/global/iam-get-credential-report.json"
    })
    void a_kind_finds_its_command_and_file(EvidenceKind kind, String command, String file) {
        assertThat(CATALOGUE.evidenceCommand(kind)).hasValueSatisfying(e -> {
            assertThat(e.command().text()).isEqualTo(command);
            assertThat(e.file().text()).isEqualTo(file);
        });
    }

    @Test
    void the_command_for_tags_depends_on_whose_tags_they_are() {
        assertThat(CATALOGUE.evidenceCommand(EvidenceKind.ENTITY_TAGS)).isEmpty();
        assertThat(CATALOGUE.evidenceCommand(EvidenceKind.ENTITY_TAGS, EntityKind.GROUP))
                .isEmpty();
        assertThat(CATALOGUE.evidenceCommand(EvidenceKind.ENTITY_TAGS, EntityKind.CUSTOMER_MANAGED_POLICY))
                .map(e -> e.command().text())
                .contains("aws iam list-policy-tags --policy-arn {subject.id}");
        assertThat(CATALOGUE.evidenceCommand(EvidenceKind.ACCESS_KEYS, EntityKind.USER))
                .isEqualTo(CATALOGUE.evidenceCommand(EvidenceKind.ACCESS_KEYS));
    }

    @Test
    void the_command_for_an_inventory_is_the_one_that_tells_the_roles_too() {
        assertThat(CATALOGUE.inventoryCommand("AWS::AmazonMQ::Configuration"))
                .hasValueSatisfying(e -> assertThat(e.command().text())
                        .isEqualTo("aws cloudcontrol list-resources --type-name {resourceType} --region {region}"));
        assertThat(CATALOGUE.inventoryCommand("AWS::Lambda::Function"))
                .hasValueSatisfying(
                        e -> assertThat(e.command().text()).isEqualTo("aws lambda list-functions --region {region}"));
        assertThat(CATALOGUE.inventoryCommand("mgn:SourceServer"))
                .hasValueSatisfying(e ->
                        assertThat(e.command().text()).isEqualTo("aws mgn describe-source-servers --region {region}"));
        assertThat(CATALOGUE.inventoryCommand("trustedadvisor:Preferences")).isEmpty();
    }
}
