package dev.identityexplorer.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.deletion.Answer;
import dev.identityexplorer.deletion.Assessment.Verdict;
import dev.identityexplorer.deletion.Plan;
import dev.identityexplorer.deletion.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verdicts and plans held against an account that refuses what IAM refuses. {@code -Didentityexplorer.strict.accounts=N}
 * tries more accounts, {@code -Didentityexplorer.strict.seed=N} others; a failure names the seed that shows it again.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what plans do, not what the engine answers
class StrictIT {

    static final int ACCOUNTS = Integer.getInteger("identityexplorer.strict.accounts", 3);
    static final long SEED = Long.getLong("identityexplorer.strict.seed", 1);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> whole_evidence_says_what_iam_does_and_plans_delete_exactly_their_targets() {
        return LongStream.range(SEED, SEED + ACCOUNTS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> whole(seed)));
    }

    private void whole(long seed) throws Exception {
        var account = RandomAccount.of(seed);
        var work = Files.createDirectory(folder.resolve("whole-" + seed));
        var imported = Imported.of(work, account.id, Export.of(account, seed));
        assertThat(imported.problems()).isEmpty();
        var fates = Fate.all(account);
        assertThat(new TreeSet<>(imported.judged(account.id))).isEqualTo(new TreeSet<>(fates.keySet()));
        var answers = imported.answers(fates.keySet());
        var deletable = new ArrayList<String>();
        for (var fate : fates.values()) {
            var answer = answers.get(fate.id());
            verdict(seed, fate, answer);
            if (plan(seed, account, imported, answer)) {
                deletable.add(fate.id());
            }
        }
        sets(seed, account, imported, deletable, work);
    }

    /** The answer against the bare call on an account of its own. */
    private static void verdict(long seed, Fate fate, Answer answer) {
        var refusal = new Attempt(RandomAccount.of(seed)).run(fate.call());
        var verdict = answer.assessment().verdict();
        assertThat(verdict)
                .as(
                        "%s: IAM answers %s, gaps %s",
                        fate,
                        refusal.isEmpty() ? "done" : refusal,
                        answer.assessment().gaps())
                .isEqualTo(
                        refusal.isEmpty()
                                ? Verdict.CLEAR
                                : refusal.equals("UnmodifiableEntity") ? Verdict.PROTECTED : Verdict.BLOCKED);
        if (verdict == Verdict.BLOCKED) {
            assertThat(answer.blocks().stream().map(f -> f.blocker().id()).distinct())
                    .as(fate.id())
                    .hasSameSizeAs(fate.blockers());
            for (var blocker : fate.blockers()) {
                assertThat(answer.blocks())
                        .as("%s is blocked by %s", fate.id(), blocker)
                        .anyMatch(finding -> blocker.equals(finding.blocker().id())
                                || blocker.equals(finding.blocker().name()));
            }
        }
    }

    /** The steps of the plan of one entity; false where there is none, and there can be none. */
    private static boolean plan(long seed, Account account, Imported imported, Answer answer) {
        var id = answer.facts().id();
        var plan = imported.plan(List.of(id));
        if (!plan.notPlanned().isEmpty()) {
            assertThat(plan.steps()).isEmpty();
            assertThat(impossible(account, id, answer))
                    .as("no plan for %s: %s", id, plan.notPlanned())
                    .isTrue();
            return false;
        }
        if (answer.facts().kind().equals("ServiceLinkedRole")
                && !answer.blocks().isEmpty()) {
            return false;
        }
        assertThat(plan.checks()).isEmpty();
        var after = RandomAccount.of(seed);
        var attempt = new Attempt(after);
        for (var step : plan.steps()) {
            assertThat(attempt.run(Words.of(step.command())))
                    .as("%s of the plan of %s", step.command(), id)
                    .isEmpty();
        }
        onlyGone(account, after, Set.of(id));
        return true;
    }

    /** Whether nothing that IAM offers deletes it: written here by hand. */
    private static boolean impossible(Account account, String id, Answer answer) {
        var verdict = answer.assessment().verdict();
        boolean onUntouchable = account.policies.containsKey(id)
                && account.roles.values().stream().anyMatch(r -> r.untouchable() && r.attached.contains(id));
        boolean defaultVersion = answer.facts().kind().equals("PolicyVersion") && verdict == Verdict.BLOCKED;
        boolean served = answer.facts().kind().equals("ServerCertificate") && verdict == Verdict.BLOCKED;
        return verdict == Verdict.PROTECTED
                || onUntouchable
                || defaultVersion
                || served
                || account.rootDevices.contains(id);
    }

    /** What is gone, of all that can be deleted on its own, is a target or a part of one. */
    private static void onlyGone(Account before, Account after, Set<String> targets) {
        var gone = new TreeSet<>(Fate.all(before).keySet());
        gone.removeAll(Fate.all(after).keySet());
        assertThat(gone).containsAll(targets);
        var devices = before.users.values().stream()
                .filter(user -> targets.contains(user.arn))
                .flatMap(user -> user.devices.stream())
                .collect(Collectors.toSet());
        gone.removeIf(id -> targets.contains(id)
                || devices.contains(id)
                || targets.stream().anyMatch(target -> id.startsWith(target + "/")));
        assertThat(gone).as("gone, and no target of %s", targets).isEmpty();
    }

    /** Random sets, step by step and as a script run by bash: at once, once more, and after it was stopped midway. */
    private void sets(long seed, Account account, Imported imported, List<String> deletable, Path work)
            throws Exception {
        var random = new Random(seed);
        var stuck = new ArrayList<>(Fate.all(account).keySet());
        stuck.removeAll(deletable);
        // AWS refuses these only when it has run, so that no plan leaves them out
        stuck.removeIf(id -> id.contains(":role/aws-service-role/"));
        try (var aws = new FakeAws(work, new Iam(account))) {
            for (int n = 0; n < 3; n++) {
                var set = new ArrayList<>(deletable);
                Collections.shuffle(set, random);
                set.subList(random.nextInt(set.size()), set.size() - 1).clear();
                var all = new ArrayList<>(set);
                if (n == 2) {
                    all.addAll(stuck);
                }
                var plan = imported.plan(all);
                steps(seed, account, set, plan);
                var script = Script.of(plan, false);
                var after = RandomAccount.of(seed);
                if (n == 1) {
                    var stopped = aws.over(new Iam(after))
                            .refusingAfter(random.nextInt(plan.steps().size()));
                    assertThat(stopped.bash(script).code())
                            .as("stopped: %s%n%s", set, script)
                            .isNotZero();
                }
                var run = aws.over(new Iam(after)).bash(script);
                assertThat(run.code()).as("%s%n%s", set, run.output()).isZero();
                onlyGone(account, after, Set.copyOf(set));
                var again = aws.bash(script);
                assertThat(again.code())
                        .as("again: %s%n%s", set, again.output())
                        .isZero();
                onlyGone(account, after, Set.copyOf(set));
            }
        }
    }

    private static void steps(long seed, Account account, List<String> set, Plan plan) {
        var after = RandomAccount.of(seed);
        var attempt = new Attempt(after);
        for (var step : plan.steps()) {
            assertThat(attempt.run(Words.of(step.command())))
                    .as("%s of the plan of %s", step.command(), set)
                    .isEmpty();
        }
        onlyGone(account, after, Set.copyOf(set));
    }
}
