package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How somebody chooses many entities at once; what any of the ways finds is chosen.
 *
 * @param ids these
 * @param tags what carries one of them
 * @param question the name of a file of {@code cypher/explore}, whose rows have an {@code id}; empty for none
 * @param parameters what to ask it with; defaults for the rest
 */
public record Selection(List<String> ids, List<Tag> tags, String question, Map<String, String> parameters) {

    /** A key and a value, which may be empty. */
    public record Tag(String key, String value) {

        /** {@code team=external}, or {@code team=} for an empty value; empty if the text is no tag. */
        public static Optional<Tag> parse(String text) {
            int at = text.indexOf('=');
            return at < 1 ? Optional.empty() : Optional.of(new Tag(text.substring(0, at), text.substring(at + 1)));
        }

        @Override
        public String toString() {
            return key + "=" + value;
        }
    }

    public Selection {
        ids = List.copyOf(ids);
        tags = List.copyOf(tags);
        parameters = Map.copyOf(parameters);
    }

    /** Whether it chooses nothing whatever the graph holds. */
    public boolean isEmpty() {
        return ids.isEmpty() && tags.isEmpty() && question.isEmpty();
    }

    /** For people: {@code 2 named, tag team=external}. */
    public String words() {
        var parts = new ArrayList<String>();
        if (!ids.isEmpty()) {
            parts.add(ids.size() + " named");
        }
        tags.forEach(tag -> parts.add("tag " + tag));
        if (!question.isEmpty()) {
            parts.add("question " + question + (parameters.isEmpty() ? "" : " " + parameters));
        }
        return String.join(", ", parts);
    }

    /**
     * The ids of what is chosen, each once.
     *
     * @throws GraphException if there is no such question, or nothing is found
     */
    public List<String> members(Identities identities, CypherLibrary library, Queries queries) {
        var members = new LinkedHashSet<>(ids);
        tags.forEach(tag -> members.addAll(identities.tagged(tag.key(), tag.value())));
        if (!question.isEmpty()) {
            var file = library.find(question)
                    .orElseThrow(() -> GraphException.badInput("'" + question + "' is no question of cypher/explore."));
            var arguments = new LinkedHashMap<>(file.arguments(parameters));
            if (!parameters.containsKey("limit")) { // a question shows so many; a selection is of all that it finds
                arguments.replace("limit", Campaigns.MOST_MEMBERS + 1L);
            }
            queries.run(file.statement(), arguments).rows().stream()
                    .map(row -> row.get("id"))
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .forEach(members::add);
        }
        if (members.isEmpty()) {
            throw GraphException.badInput("'" + words() + "' finds nothing, so that the selection is empty.");
        }
        return List.copyOf(members);
    }
}
