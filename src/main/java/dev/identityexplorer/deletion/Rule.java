package dev.identityexplorer.deletion;

import dev.identityexplorer.catalogue.Template;
import dev.identityexplorer.cypher.CypherFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the header of a file in {@code cypher/rules} says of its rule.
 *
 * @param name the file's name
 * @param title one line
 * @param description what AWS does, and what the rule cannot see
 * @param severity {@code blocks}, {@code breaks}, {@code protects} or {@code doubts}
 * @param aboutImpact whether a doubt is about what breaks, rather than about whether AWS refuses
 * @param order of its steps among those of other rules: what lets somebody in goes first
 * @param applies the kinds of entities that it is about
 * @param needs the evidence without which its silence proves nothing
 * @param shownBy the evidence that shows a blocker, where that is other evidence than what proves that there is none
 * @param steps the AWS CLI commands that clear a blocker, with {@code {it.name}} and {@code {blocker.name}}
 * @param byHand what a person has to do where no command can be printed as it is to be run
 * @param source the AWS document
 */
record Rule(
        String name,
        String title,
        String description,
        String severity,
        boolean aboutImpact,
        int order,
        Set<String> applies,
        List<Need> needs,
        List<Need> shownBy,
        List<Template> steps,
        Optional<Template> byHand,
        String source) {

    static Rule of(CypherFile file) {
        var severity = required(file, "severity");
        if (!Set.of("blocks", "breaks", "protects", "doubts").contains(severity)) {
            throw new DeletionException("cypher/rules/" + file.name() + ".cypher has severity '" + severity
                    + "'; a rule blocks, breaks, protects or doubts.");
        }
        return new Rule(
                file.name(),
                file.title(),
                file.description(),
                severity,
                file.value("about").filter("impact"::equals).isPresent(),
                file.value("order").map(Integer::parseInt).orElse(Integer.MAX_VALUE),
                Arrays.stream(required(file, "applies").split(","))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet()),
                file.values("evidence").stream().map(Need::parse).toList(),
                file.values("shown").stream().map(Need::parse).toList(),
                file.values("step").stream().map(Template::new).toList(),
                file.value("byhand").map(Template::new),
                file.value("source").orElse(""));
    }

    /** Where a blocker that the rule found was seen. */
    List<Need> shown() {
        return shownBy.isEmpty() ? needs : shownBy;
    }

    private static String required(CypherFile file, String key) {
        return file.value(key)
                .orElseThrow(() -> new DeletionException(
                        "cypher/rules/" + file.name() + ".cypher needs a line '// " + key + ": …'."));
    }
}
