package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Clean-up campaigns: named selections of entities, kept in the graph, whose progress is read from what imports found. A
 * campaign is one node; it costs an import nothing, and a look at it one index lookup a member.
 */
public final class Campaigns {

    /** Members beyond this make a node that is slow to read. */
    public static final int MOST_MEMBERS = 100_000;

    /** Characters of a name. */
    public static final int LONGEST_NAME = 100;

    private final Engine engine;
    private final CypherLibrary library;

    public Campaigns(Engine engine, CypherLibrary library) {
        this.engine = engine;
        this.library = library;
    }

    /**
     * Begins a campaign; how many members it has.
     *
     * @param selection how they were chosen, for people
     * @throws GraphException if there is one of that name, the name is no name, or there are no members or too many
     */
    public long create(String name, String selection, List<String> ids) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw GraphException.badInput("A campaign has a name of 1 to " + LONGEST_NAME + " characters.");
        }
        if (ids.isEmpty() || ids.size() > MOST_MEMBERS) {
            throw GraphException.badInput(
                    "A campaign selects 1 to " + MOST_MEMBERS + " entities, not " + ids.size() + ".");
        }
        return write("create", Map.of("name", name, "selection", selection, "ids", List.copyOf(ids)))
                .map(row -> Wire.number(row, "members"))
                .orElseThrow(() -> GraphException.conflict(
                        "There is a campaign '" + name + "' already; end it first, or choose another name."));
    }

    /** All campaigns with how many members are planned, gone and came back; the newest first. */
    public List<Map<String, @Nullable Object>> list() {
        return read("list", Map.of("name", ""));
    }

    /** One campaign, as {@link #list} has it. */
    public Optional<Map<String, @Nullable Object>> find(String name) {
        return name.isEmpty()
                ? Optional.empty()
                : read("list", Map.of("name", name)).stream().findFirst();
    }

    /** Members with their state, those that came back first. */
    public List<Map<String, @Nullable Object>> members(String name, int limit) {
        return read("members", Map.of("name", name, "limit", limit));
    }

    /**
     * Forgets a campaign; nothing else changes.
     *
     * @throws GraphException if there is none of that name
     */
    public void end(String name) {
        write("remove", Map.of("name", name))
                .orElseThrow(() -> GraphException.notFound("There is no campaign '" + name + "'."));
    }

    private List<Map<String, @Nullable Object>> read(String file, Map<String, Object> parameters) {
        var statement = library.file("campaign", file).statement();
        return Reads.in(
                engine, Reads.LIMITS, tx -> tx.run(statement, parameters).list(Wire::row));
    }

    private Optional<Map<String, @Nullable Object>> write(String file, Map<String, Object> parameters) {
        var statement = library.file("campaign", file).statement();
        try (var session = engine.writing()) {
            return session.executeWrite(tx -> tx.run(statement, parameters).list(Wire::row)).stream()
                    .findFirst();
        } catch (Neo4jException e) {
            throw engine.explain(e);
        }
    }
}
