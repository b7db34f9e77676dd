package dev.identityexplorer.cli;

import dev.identityexplorer.deletion.Answer;
import dev.identityexplorer.deletion.Assessment;
import dev.identityexplorer.deletion.Sentences;
import dev.identityexplorer.deletion.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** An answer as people read it. */
final class AnswerText {

    private AnswerText() {}

    static String of(Answer answer) {
        var facts = answer.facts();
        var lines = new ArrayList<String>();
        lines.add(facts.id());
        lines.add("  " + Words.of(facts.kind()) + " " + facts.name()
                + facts.accountId().map(id -> " in account " + id).orElse(""));
        answer.owner().ifPresent(owner -> {
            lines.add("  owned by " + owner.name() + " (" + owner.id() + ")"
                    + owner.docUrl().map(url -> ", " + url).orElse(""));
            lines.add("  you can look at its permissions and trust, never edit them (UnmodifiableEntity)");
        });
        lines.add("");
        lines.add("  " + verdict(answer));
        findings(lines, answer.blocks());
        gaps(lines, answer, "verdict");
        lines.add("  " + impact(answer));
        findings(lines, answer.breaks());
        gaps(lines, answer, "impact");
        return lines.stream().map(Text::oneLine).collect(Collectors.joining("\n")) + "\n";
    }

    private static String verdict(Answer answer) {
        int blockers = answer.blocks().size();
        return switch (answer.assessment().verdict()) {
            case PROTECTED -> "PROTECTED  " + answer.facts().protection().orElse("IAM does not let anybody delete it.");
            case BLOCKED ->
                "BLOCKED    AWS refuses to delete it: " + blockers + (blockers == 1 ? " thing is" : " things are")
                        + " in the way.";
            case UNPROVEN -> "UNPROVEN   No blocker is known, but the evidence is not complete.";
            case CLEAR ->
                "CLEAR      Nothing blocks it; the oldest evidence is from "
                        + answer.assessment()
                                .provenAt()
                                .map(at -> at.toInstant()
                                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                        .toString())
                                .orElse("an unknown time")
                        + ".";
        };
    }

    private static String impact(Answer answer) {
        int broken = answer.breaks().size();
        return switch (answer.assessment().impact()) {
            case BREAKS ->
                "BREAKS     " + broken + (broken == 1 ? " thing stops" : " things stop") + " working with it.";
            case NONE_SEEN -> "NONE_SEEN  Nothing that the evidence could show breaks.";
            case UNKNOWN ->
                answer.assessment().verdict() == Assessment.Verdict.PROTECTED
                        ? "UNKNOWN    Nobody looked at what breaks, as it cannot be deleted."
                        : "UNKNOWN    Nobody knows what breaks"
                                + (answer.assessment().gaps().stream()
                                                .anyMatch(gap -> gap.purpose().equals("impact"))
                                        ? "."
                                        : "; what is missing above could show it.");
        };
    }

    /** Grouped by rule: what the rule says once, then each blocker and the command that clears it. */
    private static void findings(List<String> lines, List<Answer.Finding> findings) {
        var byTitle = findings.stream()
                .collect(Collectors.groupingBy(Answer.Finding::title, LinkedHashMap::new, Collectors.toList()));
        byTitle.forEach((title, group) -> {
            lines.add("    " + title + " (" + group.get(0).blocker().rule() + ")");
            for (var finding : group) {
                lines.add("      " + finding.blocker().id()
                        + finding.evidence()
                                .map(seen -> "  [" + seen.source() + "]")
                                .orElse(""));
                finding.clearedBy()
                        .ifPresent(command ->
                                lines.add((finding.fillIn().isEmpty() ? "        $ " : "        fill in: ") + command));
                finding.byHand().ifPresent(text -> lines.add("        by hand: " + text));
            }
        });
    }

    private static void gaps(List<String> lines, Answer answer, String purpose) {
        var gaps = answer.assessment().gaps().stream()
                .filter(gap -> gap.purpose().equals(purpose))
                .toList();
        var inventories =
                gaps.stream().filter(gap -> gap.resourceType().isPresent()).toList();
        gaps.stream()
                .filter(gap -> gap.resourceType().isEmpty())
                .forEach(gap -> lines.add("    missing: " + Sentences.of(gap)));
        if (purpose.equals("impact") && inventories.size() > 3) {
            lines.add("    missing: inventories of "
                    + inventories.stream()
                            .map(gap -> gap.resourceType().orElse(""))
                            .distinct()
                            .collect(Collectors.joining(", ")));
            inventories.get(0).suppliedBy().ifPresent(command -> lines.add("      the first by: " + command));
            lines.add("      all by: explorer collect; --format json has the command for each");
        } else {
            inventories.stream().map(Sentences::of).forEach(sentence -> lines.add("    missing: " + sentence));
        }
    }
}
