package dev.identityexplorer.source;

import static dev.identityexplorer.source.Folder.entity;
import static dev.identityexplorer.source.Folder.relationships;
import static dev.identityexplorer.source.Folder.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrustPolicyTest {

    Folder folder;

    @BeforeEach
    void folder(@TempDir Path path) {
        folder = new Folder(path);
    }

    private Entity role(String trust) {
        var snapshot = folder.with(Folder.DETAILS, """
                        {"RoleDetailList": [{"RoleName": "r", "Arn": "arn:aws:iam::111122223333:role/r", "AssumeRolePolicyDocument": %s}]}
                        """.formatted(trust)).snapshot();
        return entity(snapshot, "arn:aws:iam::111122223333:role/r");
    }

    private Relationship trust(String principal) {
        var trusts = relationships(
                role("{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": %s, \"Action\": \"sts:AssumeRole\"}}"
                        .formatted(principal)),
                RelationshipType.TRUSTS);
        assertThat(trusts).hasSize(1);
        return trusts.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'*' | ANY_PRINCIPAL | * | AWS",
                "{'AWS': '*'} | ANY_PRINCIPAL | * | AWS",
                "{'*': '*'} | ANY_PRINCIPAL | * | AWS",
                "{'AWS': ['444455556666']} | ACCOUNT | arn:aws:iam::444455556666:root | AWS",
                "{'AWS': 'arn:aws:iam::444455556666:root'} | ACCOUNT | arn:aws:iam::444455556666:root | AWS",
                "['arn:aws:iam::444455556666:user/p/x'] | USER | arn:aws:iam::444455556666:user/p/x | AWS",
                "{'AWS': 'arn:aws:iam::111122223333:role/x'} | ROLE | arn:aws:iam::111122223333:role/x | AWS",
                "{'AWS': 'arn:aws-cn:iam::1:role/aws-service-role/a.amazonaws.com/X'} | SERVICE_LINKED_ROLE |"
                        + " arn:aws-cn:iam::1:role/aws-service-role/a.amazonaws.com/X | AWS",
                "{'AWS': 'AIDAEXAMPLEEXAMPLE'} | EXTERNAL_PRINCIPAL | AIDAEXAMPLEEXAMPLE | AWS",
                "{'AWS': 'arn:aws:sts::1:assumed-role/x/session'} | EXTERNAL_PRINCIPAL |"
                        + " arn:aws:sts::1:assumed-role/x/session | AWS",
                "{'Service': 'ec2.amazonaws.com'} | SERVICE | ec2.amazonaws.com | Service",
                "'ec2.amazonaws.com' | SERVICE | ec2.amazonaws.com | Service",
                "{'CanonicalUser': '79a5'} | EXTERNAL_PRINCIPAL | canonical-user/79a5 | CanonicalUser",
                "{'Federated': 'arn:aws:iam::1:saml-provider/Corp'} | SAML_PROVIDER |"
                        + " arn:aws:iam::1:saml-provider/Corp | Federated",
                "{'Federated': 'arn:aws:iam::1:oidc-provider/a.example/id/1'} | OIDC_PROVIDER |"
                        + " arn:aws:iam::1:oidc-provider/a.example/id/1 | Federated",
                "{'Federated': 'cognito-identity.amazonaws.com'} | EXTERNAL_PRINCIPAL |"
                        + " cognito-identity.amazonaws.com | Federated"
            })
    void every_form_of_principal_ends_at_the_right_kind_of_node(
            String principal, EntityKind kind, String id, String type) {
        var trust = trust(principal.replace('\'', '"'));

        assertThat(trust.target().kind()).isEqualTo(kind);
        assertThat(trust.target().id()).isEqualTo(id);
        assertThat(trust.properties()).containsEntry("principalType", type);
    }

    @Test
    void a_statement_keeps_effect_actions_conditions_sid_and_its_number() {
        var trusts = relationships(role("""
                        {"Statement": [
                          {"Sid": "same", "Effect": "allow", "Principal": {"AWS": "*"}, "Action": ["sts:AssumeRole", "sts:TagSession"],
                           "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}},
                          {"Sid": "same", "Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]}
                        """), RelationshipType.TRUSTS);

        assertThat(trusts).hasSize(2);
        assertThat(trusts.get(0).properties())
                .containsEntry("effect", "Allow")
                .containsEntry("actions", List.of("sts:AssumeRole", "sts:TagSession"))
                .containsEntry("conditions", "{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}")
                .containsEntry("sid", "same")
                .containsEntry("statement", 0L);
        assertThat(trusts.get(1).properties())
                .containsEntry("effect", "Deny")
                .containsEntry("statement", 1L)
                .doesNotContainKey("conditions");
    }

    @Test
    void NotPrincipal_ends_at_anybody_and_names_who_is_left_out() {
        var trusts = relationships(role("""
                        {"Statement": {"Effect": "Deny", "NotPrincipal": {"AWS": ["arn:aws:iam::1:user/a", "2"]}, "Action": "sts:AssumeRole"}}
                        """), RelationshipType.TRUSTS);

        assertThat(trusts).hasSize(1);
        assertThat(trusts.get(0).target().kind()).isEqualTo(EntityKind.ANY_PRINCIPAL);
        assertThat(trusts.get(0).properties()).containsEntry("notPrincipal", List.of("arn:aws:iam::1:user/a", "2"));
    }

    @Test
    void an_account_named_twice_in_two_ways_is_two_trusts() {
        var trusts = relationships(role("""
                        {"Statement": {"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::111122223333:root", "111122223333"]}, "Action": "sts:AssumeRole"}}
                        """), RelationshipType.TRUSTS);

        assertThat(trusts).extracting(t -> t.target().id()).containsExactly(Folder.ROOT, Folder.ROOT);
        assertThat(trusts.get(1).properties()).containsEntry("principal", "111122223333");
    }

    @Test
    void a_statement_without_principal_makes_the_trust_policy_incomplete() {
        var role = role("{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\"}]}");

        assertThat(targets(role, RelationshipType.TRUSTS)).isEmpty();
        assertThat(role.properties().get("incomplete").toString()).contains("AssumeRolePolicyDocument");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Statement':[{'Effect':'Allow','Principal':{'Service':'a+b.amazonaws.com'},'Action':'x'}]}",
                "%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22Service%22%3A%22a+b.amazonaws.com%22%7D%2C%22Action%22%3A%22x%22%7D%5D%7D"
            })
    void a_document_may_be_text_percent_encoded_or_not(String text) {
        var role = role("\"" + text.replace("'", "\\\"") + "\"");

        assertThat(targets(role, RelationshipType.TRUSTS)).containsExactly("a+b.amazonaws.com");
        assertThat(role.properties().get("assumeRolePolicyDocument").toString()).startsWith("{\"Statement\"");
    }

    @Test
    void the_placeholder_for_a_document_is_no_document() {
        var role = role("\"<URL-encoded-JSON>\"");

        assertThat(role.properties()).doesNotContainKey("assumeRolePolicyDocument");
        assertThat(role.properties().get("incomplete").toString()).contains("AssumeRolePolicyDocument");
    }
}
