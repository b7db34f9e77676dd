package dev.identityexplorer.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.deletion.Answer;
import dev.identityexplorer.deletion.Assessment.Verdict;
import dev.identityexplorer.deletion.Gap;
import dev.identityexplorer.deletion.Script;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
 * Two accounts differ in one thing, and so do the files of both. Without those files nobody can tell the accounts apart,
 * so that nothing may be called clear which one of the two refuses; and a plan does all that it says or nothing.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is judged, not what the engine answers
class UnseenIT {

    private static final Pattern CONTENT = Pattern.compile("\"Content\" ?: ?\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> what_only_missing_files_would_show_is_never_taken_for_absent() {
        return LongStream.range(StrictIT.SEED, StrictIT.SEED + StrictIT.ACCOUNTS)
                .boxed()
                .flatMap(seed -> Stream.of(Loss.values())
                        .map(loss -> DynamicTest.dynamicTest(
                                "seed " + seed + " " + loss, () -> new Case(seed, loss).run())));
    }

    private final class Case {
        private final long seed;
        private final Loss loss;
        private final String what;
        private final String id;
        private final Account account;
        private final Map<String, String> files;
        private final TreeSet<String> lost = new TreeSet<>();

        Case(long seed, Loss loss) {
            this.seed = seed;
            this.loss = loss;
            this.account = RandomAccount.of(seed);
            var other = RandomAccount.of(seed);
            this.what = Extra.add(other, lot());
            this.files = Export.of(account, seed);
            // an account of its own in the database
            this.id = String.format("%012d", 910_000_000_000L + seed * 10 + loss.ordinal());
            var otherFiles = new TreeMap<>(Export.of(other, seed));
            files.forEach((name, text) -> {
                if (!text.equals(otherFiles.remove(name))) {
                    lost.add(name);
                }
            });
            lost.addAll(otherFiles.keySet());
        }

        private Random lot() {
            return new Random(seed * 31 + loss.ordinal());
        }

        private Account other() {
            var other = RandomAccount.of(seed);
            Extra.add(other, lot());
            return other;
        }

        private String here(String text) {
            return text.replace(account.id, id);
        }

        /** The files of the account in the database. */
        private Map<String, String> here(Map<String, String> bundle) {
            var moved = new TreeMap<String, String>();
            bundle.forEach((name, text) ->
                    moved.put(here(name), name.endsWith("iam-get-credential-report.json") ? report(text) : here(text)));
            return moved;
        }

        /** The command answers with the report in base64. */
        private String report(String text) {
            return CONTENT.matcher(text)
                    .replaceAll(found -> "\"Content\": \""
                            + Base64.getEncoder()
                                    .encodeToString(here(new String(
                                                    Base64.getDecoder().decode(found.group(1)), StandardCharsets.UTF_8))
                                            .getBytes(StandardCharsets.UTF_8))
                            + "\"");
        }

        private String there(String text) {
            return text.replace(id, account.id);
        }

        void run() throws Exception {
            var work = Files.createDirectory(folder.resolve(seed + "-" + loss));
            var left = here(loss.of(files, lost));
            var imported = Imported.of(work, id, left);
            var answers = imported.answers(imported.judged(id));
            var here = Fate.all(account);
            var otherwise = Fate.all(other());
            for (var answer : answers.values()) {
                var fate = otherwise.get(there(answer.facts().id()));
                if (answer.assessment().verdict() == Verdict.CLEAR) {
                    assertThat(fate)
                            .as("%s exists, with %s", answer.facts().id(), what)
                            .isNotNull();
                    assertThat(fate.blockers())
                            .as("%s, with %s unseen for lack of %s", fate.id(), what, lost)
                            .isEmpty();
                } else if (fate != null
                        && here.get(fate.id()).blockers().isEmpty()
                        && answer.assessment().verdict() == Verdict.UNPROVEN) {
                    named(answer);
                }
            }
            plans(imported, answers, work);
            closes(imported, work);
        }

        /** The gaps name the files that are missing, and the commands that make them. */
        private void named(Answer answer) {
            var gaps = answer.assessment().gaps().stream()
                    .filter(gap -> gap.purpose().equals("verdict"))
                    .toList();
            assertThat(gaps)
                    .as("%s, without %s", answer.facts().id(), lost)
                    .isNotEmpty()
                    .allMatch(this::isLost);
        }

        private boolean isLost(Gap gap) {
            var file = there(gap.saveAs().orElse(""))
                    .replace(account.id + "/", "")
                    // the command leaves open of which load balancer
                    .replaceFirst("(/[A-Z-]+)?\\.json$", "");
            return gap.suppliedBy().isPresent()
                    && lost.stream()
                            .anyMatch(name -> name.startsWith(file)
                                    || gap.region().filter("*"::equals).isPresent());
        }

        private void plans(Imported imported, Map<String, Answer> answers, Path work) throws Exception {
            var some = answers.values().stream()
                    .filter(a -> !a.facts().kind().equals("ServiceLinkedRole"))
                    .filter(a -> a.assessment().verdict() != Verdict.CLEAR)
                    .map(a -> a.facts().id())
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(some, lot());
            try (var aws = new FakeAws(work, new Iam(account))) {
                for (var target : some.subList(0, Math.min(5, some.size()))) {
                    var plan = imported.plan(java.util.List.of(target));
                    if (plan.steps().isEmpty()) {
                        continue;
                    }
                    for (var unseen : java.util.List.of(RandomAccount.of(seed), other())) {
                        var before = Export.of(unseen, seed);
                        var script = there(Script.of(plan, false));
                        var run = aws.over(new Iam(unseen)).bash(script);
                        if (run.code() == 0) {
                            assertThat(Fate.exists(unseen, there(target)))
                                    .as("%s%n%s", script, run.output())
                                    .isFalse();
                        } else {
                            assertThat(Export.of(unseen, seed).equals(before))
                                    .as("unchanged, %s: %s unseen%n%s%n%s", target, what, script, run.output())
                                    .isTrue();
                        }
                    }
                }
            }
        }

        /** Importing the folder again with the missing files in it, everything is as if they had been there from the start. */
        private void closes(Imported before, Path work) throws Exception {
            var closed = Imported.of(Files.createDirectory(work.resolve("closed")), id, here(files));
            var fates = Fate.all(account);
            var ids = fates.keySet().stream().map(this::here).toList();
            assertThat(closed.judged(id))
                    .as("after %s, without %s first", before.problems(), lost)
                    .containsAll(ids);
            var answers = closed.answers(ids);
            for (var answer : answers.values()) {
                var verdict = answer.assessment().verdict();
                var expected = new Attempt(RandomAccount.of(seed))
                        .run(fates.get(there(answer.facts().id())).call());
                assertThat(verdict == Verdict.CLEAR)
                        .as(
                                "%s is %s after %s came back: %s",
                                answer.facts().id(),
                                verdict,
                                lost,
                                answer.assessment().gaps())
                        .isEqualTo(expected.isEmpty());
            }
        }
    }
}
