package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Takes each piece of evidence of the sample away in turn: nothing becomes clear by it, and what was clear says what it lacks. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is judged, not what the engine answers
class MissingEvidenceIT {

    private static final String INTERN = "arn:aws:iam::111122223333:user/former.intern";
    private static Map<String, Answer> whole;

    @BeforeAll
    static void import_the_sample() {
        Organization.importSample();
        whole = answers();
    }

    @TestFactory
    Stream<DynamicTest> without_a_piece_of_evidence_nothing_becomes_clear_and_what_used_it_is_not() {
        return evidence().stream()
                .flatMap(piece -> Stream.of("missing", "partial", "denied")
                        .map(state -> DynamicTest.dynamicTest(piece + " " + state, () -> take(piece, state))));
    }

    private static void take(String piece, String state) {
        var account = piece.split(" ")[0];
        var key = piece.split(" ", 2)[1];
        change(account, key, state);
        try {
            var without = answers();
            for (var id : whole.keySet()) {
                var before = whole.get(id);
                var after = without.get(id);
                if (clear(after)) {
                    assertThat(clear(before)).as(id + " was not clear before").isTrue();
                    assertThat(before.facts().accountId().orElse("").equals(account) && rests(before, key, state))
                            .as(id + " rests on " + key)
                            .isFalse();
                } else if (clear(before)) {
                    assertThat(after.assessment().verdict()).as(id).isEqualTo(Assessment.Verdict.UNPROVEN);
                    assertThat(after.assessment().gaps())
                            .as(id)
                            .anyMatch(gap -> gap.purpose().equals("verdict")
                                    && gap.state().equals(state));
                }
            }
        } finally {
            restore(account, key);
        }
    }

    /** What a clear verdict rests on, told again here by hand: the entity's own record, and what stands in the way of its kind. */
    private static boolean rests(Answer answer, String key, String state) {
        var facts = answer.facts();
        var word = key.split(":")[0];
        boolean own = facts.evidence().contains(key) && facts.evidence().size() == 1;
        return switch (facts.kind()) {
            // a partial section still holds the whole record of an entity that stands in it
            case "Role" -> word.equals("roles") && !state.equals("partial");
            case "Group" -> word.equals("users") || word.equals("groups") && !state.equals("partial");
            case "CustomerManaged" ->
                List.of("users", "groups", "roles").contains(word)
                        || word.equals("policies") && !state.equals("partial");
            case "User" ->
                key.equals("ssh-public-keys:" + facts.id())
                        || key.equals("service-specific-credentials:" + facts.id())
                        || key.equals("users") && !state.equals("partial");
            default -> own && state.equals("missing");
        };
    }

    @Test
    void evidence_that_is_too_old_proves_nothing() {
        var ids = List.copyOf(whole.keySet());
        var stale = Organization.DELETIONS.answers(Organization.identities(), ids, Duration.ZERO);
        assertThat(stale).noneMatch(MissingEvidenceIT::clear);
        var clearBefore =
                stale.stream().filter(a -> clear(whole.get(a.facts().id()))).toList();
        assertThat(clearBefore)
                .isNotEmpty()
                .allMatch(a -> a.assessment().gaps().stream()
                        .anyMatch(gap ->
                                gap.purpose().equals("verdict") && gap.state().equals("stale")));
    }

    @Test
    void a_fully_proven_user_is_clear_and_says_by_which_file_each_gap_is_closed() {
        assertThat(clear(whole.get(INTERN))).isTrue();
        change("111122223333", "ssh-public-keys:" + INTERN, "missing");
        try {
            var gap = answers().get(INTERN).assessment().gaps().stream()
                    .filter(g -> g.purpose().equals("verdict"))
                    .toList();
            assertThat(gap).hasSize(1);
            assertThat(gap.get(0).suppliedBy()).contains("aws iam list-ssh-public-keys --user-name former.intern");
            assertThat(gap.get(0).saveAs()).contains("111122223333/global/iam-list-ssh-public-keys/former.intern.json");
        } finally {
            restore("111122223333", "ssh-public-keys:" + INTERN);
        }
    }

    @Test
    void a_user_needs_the_report_or_the_lists_but_not_both() {
        var lists = List.of("access-keys", "mfa-devices", "signing-certificates", "login-profile");
        change("111122223333", "credential-report", "missing");
        try {
            assertThat(clear(answers().get(INTERN))).isTrue();
            for (var list : lists) {
                change("111122223333", list + ":" + INTERN, "missing");
                var answer = answers().get(INTERN);
                assertThat(answer.assessment().verdict()).isEqualTo(Assessment.Verdict.UNPROVEN);
                assertThat(answer.assessment().gaps())
                        .anyMatch(gap -> gap.evidence().equals(list));
                restore("111122223333", list + ":" + INTERN);
            }
        } finally {
            restore("111122223333", "credential-report");
        }
    }

    private static boolean clear(Answer answer) {
        return answer.assessment().verdict() == Assessment.Verdict.CLEAR;
    }

    private static Map<String, Answer> answers() {
        var ids = TestDatabase.query("MATCH (n:Entity) WHERE n.verdict IS NOT NULL RETURN n.id AS id").stream()
                .map(row -> row.get("id").asString())
                .toList();
        return Organization.answers(ids.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(a -> a.facts().id(), a -> a, (a, b) -> a, TreeMap::new));
    }

    /** All evidence that some clear verdict could rest on: account-wide, and about users that are clear. */
    private static List<String> evidence() {
        var pieces = new ArrayList<String>();
        var clear = whole.values().stream()
                .filter(MissingEvidenceIT::clear)
                .map(a -> a.facts().id())
                .collect(Collectors.toCollection(TreeSet::new));
        TestDatabase.query("MATCH (e:Evidence) RETURN e.accountId AS a, e.key AS k, e.subject AS s ORDER BY a, k")
                .forEach(row -> {
                    if (row.get("s").isNull() || clear.contains(row.get("s").asString())) {
                        pieces.add(row.get("a").asString() + " " + row.get("k").asString());
                    }
                });
        return pieces;
    }

    /** The node keeps what it said under another label, so that it can be put back. */
    private static void change(String account, String key, String state) {
        TestDatabase.query("MATCH (e:Evidence {accountId: '" + account + "', key: '" + key + "'}) "
                + (state.equals("missing")
                        ? "REMOVE e:Evidence SET e:Taken"
                        : "SET e.was = e.state, e.state = '" + state + "', e.detail = 'a test says so'"));
    }

    private static void restore(String account, String key) {
        TestDatabase.query(
                "MATCH (e:Taken {accountId: '" + account + "', key: '" + key + "'}) REMOVE e:Taken SET e:Evidence");
        TestDatabase.query("MATCH (e:Evidence {accountId: '" + account + "', key: '" + key
                + "'}) WHERE e.was IS NOT NULL SET e.state = e.was, e.was = null");
    }
}
