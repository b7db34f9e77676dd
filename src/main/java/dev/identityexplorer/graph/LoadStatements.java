package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherFile;
import dev.identityexplorer.cypher.CypherLibrary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;

/** Runs the files of {@code cypher/load} by name within a transaction, rows in batches. */
class LoadStatements {

    /** Rows a statement: enough that a round trip does not count, few enough that a statement's memory stays small. */
    static final int BATCH = 5_000;

    /**
     * Each statement starts at a node by its unique id, whatever the graph holds, so that the plan for an empty graph is
     * the plan for a large one. Without this word a growing graph has every statement planned again and again.
     */
    private static final String PLANNED_ONCE = "CYPHER replan=skip ";

    private final CypherLibrary library;

    LoadStatements(CypherLibrary library) {
        this.library = library;
    }

    /** Sends every statement of a file, one after the other. */
    void send(Pipeline tx, String name, Map<String, Object> parameters) {
        for (var statement : library.load(name).statements()) {
            tx.send(query(statement, parameters));
        }
    }

    /** Sends a file once for each batch of {@code rows}, which it knows as {@code $rows}. */
    void sendRows(Pipeline tx, String name, Map<String, Object> parameters, List<?> rows) {
        sendBatches(tx, name, "rows", parameters, rows);
    }

    /** As {@link #sendRows}, for a file that knows the list by another name. */
    void sendBatches(Pipeline tx, String name, String listName, Map<String, Object> parameters, List<?> list) {
        for (int from = 0; from < list.size(); from += BATCH) {
            var batch = new HashMap<String, Object>(parameters);
            batch.put(listName, list.subList(from, Math.min(list.size(), from + BATCH)));
            send(tx, name, batch);
        }
    }

    /** Asks what a file that reads finds. */
    Pipeline.Rows ask(Pipeline tx, String name, Map<String, Object> parameters) {
        return ask(tx, library.load(name), parameters);
    }

    /** Asks what a rule finds. */
    Pipeline.Rows ask(Pipeline tx, CypherFile file, Map<String, Object> parameters) {
        return tx.ask(query(file.statement(), parameters));
    }

    /** The rows of a file that reads. */
    List<Record> read(Pipeline tx, String name, Map<String, Object> parameters) {
        var rows = new ArrayList<Record>();
        ask(tx, name, parameters).forEach(rows::add);
        return rows;
    }

    /** The rows of a file that reads, asked for {@code ids} in batches. */
    List<Record> readIds(Pipeline tx, String name, List<String> ids) {
        var rows = new ArrayList<Record>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            rows.addAll(read(tx, name, Map.of("ids", ids.subList(from, Math.min(ids.size(), from + BATCH)))));
        }
        return rows;
    }

    List<CypherFile> rules() {
        return library.rules();
    }

    /**
     * A statement as it is sent. Neo4j plans it again for each order of magnitude of a parameter that is a list, but not for
     * lists within a map. (A setting that is switched off in the embedded engine, and that servers have.)
     */
    private static Query query(String statement, Map<String, Object> parameters) {
        var text = PLANNED_ONCE + statement;
        var lists = new HashMap<String, Object>();
        for (var parameter : parameters.entrySet()) {
            if (parameter.getValue() instanceof List<?> list) {
                lists.put(parameter.getKey(), list);
                text = text.replaceAll("\\$" + parameter.getKey() + "\\b", "\\$lists." + parameter.getKey());
            }
        }
        if (lists.isEmpty()) {
            return new Query(text, parameters);
        }
        var sent = new HashMap<>(parameters);
        sent.keySet().removeAll(lists.keySet());
        sent.put("lists", lists);
        return new Query(text, sent);
    }
}
