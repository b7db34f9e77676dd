package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.deletion.Assessment.Impact;
import dev.identityexplorer.graph.AccountEvidence;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.sample.Organization;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The services that a role trusts say what has to be seen before nothing is known to break with it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrustedServicesTest {

    private static final Assessor ASSESSOR = new Assessor(
            new Rules(Organization.LIBRARY), Organization.CATALOGUE, new Supply(Organization.CATALOGUE, true));
    private static final ZonedDateTime NOW = ZonedDateTime.now(ZoneOffset.UTC);

    /** What names roles of other trust, too. */
    private static final List<String> ALWAYS =
            List.of("AWS::CodePipeline::Pipeline", "AWS::CloudFormation::StackSet", "AWS::StepFunctions::StateMachine");

    @Test
    void a_role_of_Lambda_needs_the_lists_of_what_Lambda_runs_and_of_nothing_else() {
        var assessment = assess(List.of("lambda.amazonaws.com"), "AWS::KMS::Key");

        assertThat(assessment.impact()).isEqualTo(Impact.UNKNOWN);
        assertThat(assessment.gaps())
                .extracting(gap -> gap.resourceType().orElse(""))
                .containsExactlyInAnyOrder(
                        "AWS::Lambda::CapacityProvider", "AWS::Lambda::Function", "AWS::Synthetics::Canary");
        assertThat(assess(
                                List.of("lambda.amazonaws.com"),
                                "AWS::KMS::Key",
                                "AWS::Lambda::CapacityProvider",
                                "AWS::Lambda::Function",
                                "AWS::Synthetics::Canary")
                        .impact())
                .isEqualTo(Impact.NONE_SEEN);
    }

    @Test
    void what_a_service_runs_that_no_list_shows_stays_unknown_and_the_gap_names_the_service() {
        var assessment = assess(List.of("glue.amazonaws.com"), "AWS::KMS::Key", "AWS::Glue::Job", "AWS::Glue::Crawler");

        assertThat(assessment.impact()).isEqualTo(Impact.UNKNOWN);
        assertThat(assessment.gaps())
                .singleElement()
                .extracting(Sentences::of)
                .isEqualTo("It trusts glue.amazonaws.com: no list shows all that this service runs with a role.");
    }

    @Test
    void one_unknown_service_among_known_ones_is_enough() {
        var types = new String[] {"AWS::KMS::Key", "AWS::StepFunctions::StateMachine"};

        assertThat(assess(List.of("states.eu-west-1.amazonaws.com"), types).impact())
                .isEqualTo(Impact.NONE_SEEN);
        assertThat(assess(List.of("states.amazonaws.com", "dms.amazonaws.com"), types)
                        .impact())
                .isEqualTo(Impact.UNKNOWN);
    }

    @Test
    void a_role_that_anyone_may_assume_is_never_known_to_be_unused() {
        assertThat(assess(List.of("*"), "AWS::KMS::Key").impact()).isEqualTo(Impact.UNKNOWN);
    }

    @Test
    void a_role_that_no_service_may_assume_runs_nothing() {
        assertThat(assess(List.of(), "AWS::KMS::Key").impact()).isEqualTo(Impact.NONE_SEEN);
        assertThat(assess(List.of()).impact()).isEqualTo(Impact.UNKNOWN);
    }

    private static Assessment assess(List<String> trusts, String... listed) {
        var evidence = new HashMap<String, AccountEvidence.Seen>();
        evidence.put("roles", complete());
        evidence.put("regions", complete());
        for (var type : ALWAYS) {
            evidence.put(EvidenceKey.inventory(type, "eu-west-1").text(), complete());
        }
        for (var type : listed) {
            evidence.put(EvidenceKey.inventory(type, "eu-west-1").text(), complete());
        }
        var facts = Subject.of("arn:aws:iam::111122223333:role/app", "Role")
                .toldBy(Set.of("roles"))
                .in(List.of("eu-west-1"))
                .trusting(trusts)
                .facts();
        return ASSESSOR.assess(facts, new AccountEvidence(evidence), NOW, Duration.ofDays(36_500));
    }

    private static AccountEvidence.Seen complete() {
        return new AccountEvidence.Seen("complete", "", NOW, "a test");
    }
}
