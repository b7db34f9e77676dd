package dev.identityexplorer.graph;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** What a stranger's server may have: procedures under the names, and with the powers, of some of APOC's. */
public final class ForeignProcedures {

    /** A row with a node. */
    public static final class NodeRow {
        public Node node;

        NodeRow(Node node) {
            this.node = node;
        }
    }

    /** A row with a map. */
    public static final class MapRow {
        public Map<String, Object> value;

        MapRow(Map<String, Object> value) {
            this.value = value;
        }
    }

    @Context
    public Transaction tx;

    @Procedure(name = "apoc.create.node", mode = Mode.WRITE)
    public Stream<NodeRow> create(
            @Name("labels") List<String> labels, @Name("properties") Map<String, Object> properties) {
        return Stream.of(
                new NodeRow(tx.createNode(labels.stream().map(Label::label).toArray(Label[]::new))));
    }

    @Procedure(name = "apoc.cypher.doIt", mode = Mode.WRITE)
    public Stream<MapRow> doIt(@Name("query") String query, @Name("parameters") Map<String, Object> parameters) {
        return tx.execute(query, parameters).stream().map(MapRow::new);
    }

    @Procedure(name = "apoc.cypher.run", mode = Mode.READ)
    public Stream<MapRow> run(@Name("query") String query, @Name("parameters") Map<String, Object> parameters) {
        return tx.execute(query, parameters).stream().map(MapRow::new);
    }

    @Procedure(name = "apoc.periodic.iterate", mode = Mode.WRITE)
    public Stream<MapRow> iterate(
            @Name("read") String read,
            @Name("write") String write,
            @Name("parameters") Map<String, Object> parameters) {
        return tx.execute(write).stream().map(MapRow::new);
    }

    @Procedure(name = "apoc.load.json", mode = Mode.READ)
    public Stream<MapRow> load(@Name("url") String url) {
        return Stream.of(new MapRow(Map.of("url", url)));
    }
}
