package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Problem;
import dev.identityexplorer.model.Snapshot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutdatedTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-20T08:00:00Z");
    private static final EvidenceKey USERS = EvidenceKey.of(EvidenceKind.USERS);
    private static final EvidenceKey SUMMARY = EvidenceKey.of(EvidenceKind.ACCOUNT_SUMMARY);

    private static Snapshot snapshot() {
        return new Snapshot(
                Arn.parse("arn:aws:iam::111122223333:root"),
                Map.of("summaryUsers", 1L),
                List.of(new Entity(
                        EntityKind.USER, "arn:aws:iam::111122223333:user/anna", "anna", USERS, Map.of(), List.of())),
                List.of(
                        new Evidence(USERS, Evidence.State.COMPLETE, MONDAY, "details.json", ""),
                        new Evidence(SUMMARY, Evidence.State.COMPLETE, MONDAY, "summary.json", "")),
                Map.of(),
                List.of());
    }

    private static Snapshot without(String key, String state, Instant at) {
        var properties = Map.<String, Object>of(
                "state", state, "observedAt", at.atZone(ZoneOffset.UTC), "source", "friday.json");
        return Outdated.without(snapshot(), Map.of(key, Outdated.Known.of(properties)), ids -> ids);
    }

    @Test
    void what_the_graph_knows_from_newer_files_is_left_out_and_said() {
        var left = without("users", "complete", FRIDAY);
        assertThat(left.entities()).isEmpty();
        assertThat(left.evidence()).extracting(Evidence::key).containsExactly(SUMMARY);
        assertThat(left.properties()).containsKey("summaryUsers");
        assertThat(left.problems())
                .extracting(Problem::text)
                .singleElement()
                .asString()
                .startsWith("details.json: ")
                .contains("2026-11-16T08:00:00Z", "2026-11-20T08:00:00Z", "friday.json");
    }

    @Test
    void what_the_evidence_says_of_the_account_itself_is_left_out_with_it() {
        assertThat(without("account-summary", "partial", FRIDAY).properties()).isEmpty();
    }

    @Test
    void the_same_files_and_newer_ones_are_taken_as_they_are() {
        assertThat(without("users", "complete", MONDAY)).isEqualTo(snapshot());
        assertThat(without("groups", "complete", FRIDAY)).isEqualTo(snapshot());
    }

    @Test
    void what_aws_refused_to_tell_later_does_not_outweigh_what_it_told_before() {
        assertThat(without("users", "denied", FRIDAY)).isEqualTo(snapshot());
    }
}
