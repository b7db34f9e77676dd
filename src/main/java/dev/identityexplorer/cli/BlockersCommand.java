package dev.identityexplorer.cli;

import dev.identityexplorer.deletion.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "blockers",
        mixinStandardHelpOptions = true,
        description = {
            "Says whether AWS would let you delete an identity, everything that blocks it, what would break,"
                    + " and which evidence is missing.",
            "PROTECTED: only its owner removes it. BLOCKED: AWS refuses. UNPROVEN: evidence is missing. CLEAR: nothing blocks it."
        },
        footer = {
            "",
            "Examples:",
            "  explorer blockers deploy-bot",
            "  explorer blockers arn:aws:iam::111122223333:role/checkout-api --format json"
        })
final class BlockersCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "ARN, or a name that only one identity has.")
    private List<String> ids = List.of();

    @Mixin
    private Output output = new Output();

    @Mixin
    private Age age = new Age();

    @Mixin
    private Connection connection = new Connection();

    @Override
    public Integer call() {
        try (var workbench = new Workbench(connection.openToRead())) {
            var identities = workbench.identities();
            var answers = workbench.deletions().answers(identities, Ids.resolve(identities, ids), age.maxAge());
            print(answers);
        }
        return ExitCodes.DONE;
    }

    private void print(List<Answer> answers) {
        var out = output.out();
        switch (output.format()) {
            case table -> answers.forEach(answer -> out.println(AnswerText.of(answer)));
            case json ->
                out.println(Format.json(answers.stream().map(Answer::toMap).toList()));
            case csv ->
                Format.csv.print(
                        out,
                        COLUMNS,
                        answers.stream().flatMap(a -> rows(a).stream()).toList());
        }
        out.flush();
    }

    private static final List<String> COLUMNS = List.of(
            "id", "kind", "accountId", "verdict", "impact", "what", "rule", "severity", "blocker", "region", "command");

    /** One row a blocker or gap; one row for an identity that has neither. */
    private static List<Map<String, Object>> rows(Answer answer) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var finding : answer.findings()) {
            var row = head(answer, "blocker");
            row.put("rule", finding.blocker().rule());
            row.put("severity", finding.blocker().severity());
            row.put("blocker", finding.blocker().id());
            row.put("region", finding.blocker().properties().get("region"));
            row.put("command", finding.clearedBy().orElse(null));
            rows.add(row);
        }
        for (var gap : answer.assessment().gaps()) {
            var row = head(answer, "gap");
            row.put(
                    "rule",
                    gap.evidence() + gap.resourceType().map(t -> " " + t).orElse(""));
            row.put("severity", gap.purpose());
            row.put("blocker", gap.state());
            row.put("region", gap.region().orElse(null));
            row.put("command", gap.suppliedBy().orElse(null));
            rows.add(row);
        }
        return rows.isEmpty() ? List.of(head(answer, "nothing")) : rows;
    }

    private static Map<String, Object> head(Answer answer, String what) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", answer.facts().id());
        row.put("kind", answer.facts().kind());
        row.put("accountId", answer.facts().accountId().orElse(null));
        row.put("verdict", answer.assessment().verdict());
        row.put("impact", answer.assessment().impact());
        row.put("what", what);
        return row;
    }
}
