package dev.identityexplorer.graph;

import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.UserFunction;

/** Functions under the names of some of APOC's. */
public final class ForeignFunctions {

    @Context
    public Transaction tx;

    @UserFunction("apoc.cypher.runFirstColumnSingle")
    public Object first(@Name("query") String query, @Name("parameters") Map<String, Object> parameters) {
        return tx.execute(query, parameters).stream().findFirst().map(Map::size).orElse(0);
    }

    @UserFunction("apoc.util.sha1")
    public String hash(@Name("values") List<Object> values) {
        return Integer.toHexString(values.hashCode());
    }
}
