package dev.identityexplorer.cli;

import dev.identityexplorer.deletion.Words;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.graph.Identities;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What people type for an identity: an id, or a name where only one thing has it. */
final class Ids {

    private Ids() {}

    static List<String> resolve(Identities identities, List<String> texts) {
        var known = identities.facts(texts).stream().map(Facts::id).collect(Collectors.toSet());
        var ids = new ArrayList<String>();
        for (var text : texts) {
            ids.add(known.contains(text) ? text : named(identities, text));
        }
        return ids.stream().distinct().toList();
    }

    private static String named(Identities identities, String text) {
        var candidates = text.startsWith("arn:") ? List.<Identities.Candidate>of() : identities.named(text);
        // a virtual MFA device often has the name of its user, who is meant
        var others =
                candidates.stream().filter(c -> !c.kind().equals("MfaDevice")).toList();
        if (others.size() == 1) {
            return others.get(0).id();
        }
        if (candidates.size() == 1) {
            return candidates.get(0).id();
        }
        if (candidates.isEmpty()) {
            throw new CliException(
                    "Nothing that was imported has the id or name '" + text + "'; " + similar(identities, text));
        }
        throw new CliException("'" + text + "' could be any of these; give the whole id: "
                + candidates.stream()
                        .map(c -> c.id() + " (" + Words.of(c.kind()) + ")")
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private static String similar(Identities identities, String text) {
        var names = identities.similarNames(text.substring(text.lastIndexOf('/') + 1));
        return names.isEmpty()
                ? "ids and names are case-sensitive, and 'explorer serve' finds them by any part of a name."
                : "did you mean " + String.join(", ", names) + "?";
    }
}
