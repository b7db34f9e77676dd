package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.identityexplorer.cypher.CypherLibrary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Session;

/** The console answers what reads, and nothing else gets through, however it is dressed up. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what the console refuses, not what the engine answers
class ConsoleIT {

    private static final Console CONSOLE = new Console(TestDatabase.engine());
    private static final Console.Limits SHORT = new Console.Limits(Duration.ofSeconds(2), 100, 100_000);

    @BeforeAll
    static void fill() {
        TestDatabase.reset();
        try (Session session = TestDatabase.engine().writing()) {
            CypherLibrary.load()
                    .schema()
                    .statements()
                    .forEach(s -> session.run(s).consume());
            session.run("""
                    CREATE (a:Entity:Principal:Role {id: 'a', name: 'a', accountId: '1', createDate: datetime('2024-01-02T03:04:05Z')})
                      -[:TRUSTS {effect: 'Allow'}]->(b:Entity:Principal:Service {id: 'b', name: 'b'})
                    CREATE (b)-[:OWNS]->(a)
                    WITH a UNWIND range(1, 300) AS i
                    CREATE (:Entity:Tag {id: 'tag:k=' + i, key: 'k', value: toString(i)})<-[:TAGGED]-(a)
                    """).consume();
        }
    }

    private static Console.Answer ask(String query) {
        return CONSOLE.ask(query, Map.of(), SHORT);
    }

    private static long nodes() {
        try (Session session = TestDatabase.engine().reading()) {
            return session.run("MATCH (n) RETURN count(n) AS n")
                    .single()
                    .get("n")
                    .asLong();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (n:Role) RETURN n.name AS name ORDER BY name",
                "MATCH p = (:Role)-[:TRUSTS]->(:Service) RETURN p",
                "MATCH p = shortestPath((:Role {name: 'a'})-[*..5]-(:Service {name: 'b'})) RETURN length(p)",
                "MATCH (r:Role) WHERE EXISTS { (r)-[:TRUSTS]->() } RETURN COUNT { (r)--() } AS n, COLLECT { MATCH (r)-->(x) RETURN x.id LIMIT 2 }",
                "MATCH (r:Role) CALL (r) { MATCH (r)-[:TAGGED]->(t) RETURN count(t) AS n } RETURN r.name, n",
                "MATCH (n:Entity) WHERE n.name STARTS WITH 'a' OR n.id ENDS WITH 'b' OR n.name CONTAINS 'z' RETURN n.id",
                "UNWIND range(1, 5) AS i RETURN i, date(), datetime.truncate('day', datetime()), duration.inDays(date('2024-01-01'), date())",
                "MATCH (r:Role) ((x)-[:TRUSTS]->(y)){1,2} (s) RETURN s.id",
                "MATCH (a:Role), (b:Service) RETURN a.id, b.id UNION MATCH (c:Tag {value: '1'}) RETURN c.id AS `a.id`, c.key AS `b.id`",
                "MATCH (r:Role) OPTIONAL MATCH (r)-[:MEMBER_OF]->(g) RETURN r.id, g.id, [(r)-[:TRUSTS]->(s) | s.id] AS trusted",
                "CALL db.labels() YIELD label RETURN label",
                "CALL db.relationshipTypes()",
                "// a comment\n:param name => 'a';\nMATCH (n:Role {name: $name}) RETURN n;",
                "RETURN 'CREATE (n) // apoc.load.json(\"x\")' AS text",
                "MATCH (n:Tag) RETURN n.key, collect(n.value)[..3], count(*), avg(toInteger(n.value)) ORDER BY n.key SKIP 0 LIMIT 3",
                "MATCH (n:Role) RETURN CASE WHEN n.name IN ['a'] THEN (1) ELSE 2 END AS x, reduce(s = 0, i IN [1, 2] | s + i) AS y",
                "MATCH (a:Role)-[r]->(b) WHERE NOT (b)-->(:Group) AND type(r) IN ['TRUSTS'] RETURN elementId(r), startNode(r).name, properties(r)",
            })
    void what_reads_is_answered(String query) {
        assertThat(CONSOLE.ask(query, Map.of(), Console.Limits.QUESTIONS).rows())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE (:X)",
                "MERGE (n:X {id: 1}) RETURN n",
                "MATCH (n) SET n.x = 1",
                "MATCH (n) SET n += {x: 1}",
                "MATCH (n) SET n:Other",
                "MATCH (n) REMOVE n.name",
                "MATCH (n) REMOVE n:Role",
                "MATCH (n) DETACH DELETE n",
                "MATCH ()-[r]->() DELETE r",
                "MATCH (n) NODETACH DELETE n",
                "FOREACH (i IN [1] | CREATE (:X))",
                "CALL { CREATE (:X) } RETURN 1",
                "CALL () { MERGE (x:X) RETURN x } RETURN x",
                "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n",
                "UNWIND [1] AS i CALL (i) { WITH i WHERE i = 2 CREATE (:X) } RETURN i",
                "UNWIND range(1, 3) AS i CALL { WITH i CREATE (:X) } IN TRANSACTIONS OF 1 ROWS",
                "CALL { MATCH (n) DETACH DELETE n } IN TRANSACTIONS",
                "CALL { RETURN 1 AS x } IN 2 CONCURRENT TRANSACTIONS RETURN x",
                "CALL { RETURN 1 AS x } IN TRANSACTIONS RETURN x",
                "MATCH (n:Role) RETURN n UNION CREATE (n:X) RETURN n",
                "MATCH (n:Role) WHERE EXISTS { CREATE (:X) } RETURN n",
                "RETURN COUNT { MERGE (x:X) RETURN x } AS n",
                "RETURN COLLECT { CREATE (x:X) RETURN x } AS n",
                "MATCH (n:Role) RETURN [x IN [1] | EXISTS { DELETE n }] AS n",
                "MATCH (n:Role) CALL (*) { DETACH DELETE n } RETURN 1",
                "OPTIONAL CALL { CREATE (x:X) RETURN x } RETURN x",
                "INSERT (:X)",
                "CYPHER 25 CREATE (:X)",
                "CYPHER 25 LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
                "CYPHER 25 WHEN true THEN CREATE (x:X) RETURN x",
                "CYPHER planner=cost CREATE (:X)",
                "USE graph.byName('neo4j') CREATE (:X)",
                "USE graph.byElementId('4:x:0') RETURN 1 AS x",
                "CALL { USE neo4j CREATE (x:X) RETURN x } RETURN x",
                "LOAD CSV FROM 'https://127.0.0.1:9/x.csv' AS line RETURN line",
                "LOAD CSV FROM 'http://127.0.0.1:9/' + 'x.csv' AS line RETURN line",
                "MATCH (n:Role) LOAD CSV FROM 'http://127.0.0.1:9/?' + n.name AS line RETURN line",
                "RETURN EXISTS { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } AS x",
                "SHOW SERVERS",
                "SHOW PRIVILEGES",
                "SHOW ALIASES FOR DATABASE",
                "SHOW TRANSACTIONS YIELD * TERMINATE TRANSACTIONS 'x'",
                "CALL dbms.setConfigValue('server.memory.heap.max_size', '1m')",
                "CALL dbms.queryJmx('*:*')",
                "CALL dbms.security.listUsers()",
                "CALL db.index.fulltext.createNodeIndex('x', ['X'], ['x'])",
                "CALL db.stats.collect('QUERIES')",
                "CALL db.prepareForReplanning()",
                "CALL db.ping()",
                "CALL db.schema.visualization()",
                "RETURN 1 AS x NEXT CREATE (:X)",
                "EXPLAIN CREATE (:X)",
                "PROFILE CREATE (:X)",
                "CYPHER 5 CREATE (:X)",
                "CYPHER runtime=slotted CREATE (:X)",
                "/* MATCH (n) RETURN n */ CREATE (:X)",
                "\\u0043REATE (:X)",
                "cReAtE (:X)",
                "USE neo4j CREATE (:X)",
                "USE system SHOW USERS",
                "USE system CREATE USER x SET PASSWORD 'abcdefgh'",
                "SHOW USERS",
                "SHOW DATABASES",
                "SHOW TRANSACTIONS",
                "SHOW SETTINGS",
                "SHOW SETTINGS YIELD name, value WHERE name CONTAINS 'auth' RETURN *",
                "SHOW PROCEDURES",
                "SHOW FUNCTIONS",
                "SHOW INDEXES",
                "SHOW CONSTRAINTS",
                "SHOW CURRENT USER",
                "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
                "CREATE INDEX x FOR (n:X) ON (n.x)",
                "CREATE CONSTRAINT x FOR (n:X) REQUIRE n.x IS UNIQUE",
                "DROP INDEX entity_name",
                "DROP CONSTRAINT entity_id",
                "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'abcdefgh'",
                "ALTER USER neo4j SET PASSWORD 'abcdefgh'",
                "CREATE DATABASE x",
                "STOP DATABASE neo4j",
                "GRANT ROLE admin TO neo4j",
                "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
                "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:9/x.csv' AS line RETURN line",
                "CALL { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } RETURN line",
                "USING PERIODIC COMMIT 500 LOAD CSV FROM 'file:///x' AS line CREATE (:X)",
                "CALL dbms.listConfig()",
                "CALL dbms.listConfig('') YIELD name, value RETURN name, value",
                "CALL dbms.killQuery('x')",
                "CALL dbms.security.clearAuthCache()",
                "CALL db.clearQueryCaches()",
                "CALL db.createLabel('X')",
                "CALL db.createProperty('x')",
                "CALL db.checkpoint()",
                "CALL db.info()",
                "CALL dbms.info()",
                "CALL tx.setMetaData({x: 1})",
                "CALL `db`.`createLabel`('X')",
                "CALL { CALL db.createLabel('X') RETURN 1 AS x } RETURN x",
                "MATCH (n:Role) CALL db.create.setNodeVectorProperty(n, 'v', [1.0]) RETURN n",
                "CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DELETE n', {})",
                "CALL apoc.cypher.runWrite('CREATE (:X)', {})",
                "CALL apoc.load.json('http://127.0.0.1/')",
                "RETURN apoc.cypher.runFirstColumnSingle('MATCH (n) RETURN n', {})",
                "RETURN apoc.static.get('secret')",
                "RETURN `apoc`.`static`.`get`('secret')",
                "RETURN apoc . static /* x */ . get ('secret')",
                "RETURN \\u0061poc.static.get('secret')",
                "RETURN 'a\\u0027 + apoc.static.get(\\u0027secret\\u0027) //'",
                "RETURN genai.vector.encode('x', 'OpenAI', {token: 'y'})",
                "RETURN db.nameFromElementId('4:x:0')",
                "MATCH (n:Role) RETURN n; MATCH (n) DETACH DELETE n",
                "MATCH (n:Role) RETURN n //; \n; CREATE (:X)",
                "BEGIN",
                "COMMIT",
                ":use system",
                "",
                "// nothing",
            })
    void what_does_more_than_to_read_is_refused_before_it_runs(String query) {
        long before = nodes();

        assertThatThrownBy(() -> ask(query))
                .isInstanceOfAny(GraphException.class, dev.identityexplorer.cypher.CypherFileException.class)
                .hasMessageEndingWith(".");

        assertThat(nodes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNWIND range(1, 1000000000000) AS i RETURN count(i)",
                "UNWIND range(1, 10000000) AS a UNWIND range(1, 10000000) AS b RETURN max(a + b)",
                "MATCH (a), (b), (c), (d), (e) RETURN count(a.id + b.id + c.id + d.id + e.id)",
                "UNWIND range(1, 1000000) AS i MATCH p = (a)-[*1..12]-(b) RETURN count(p)",
                "RETURN reduce(s = 0, i IN range(1, 1500000000) | s + i) AS x",
            })
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void what_explodes_is_ended_in_time(String query) {
        long start = System.nanoTime();

        var refused = catchThrowableOfType(GraphException.class, () -> ask(query));

        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(GraphException.Reason.TOO_SLOW);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        assertThat(CONSOLE.ask("RETURN 1", Map.of(), Console.Limits.DEFAULT).rows())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOAD CSV FROM 'http://127.0.0.1:9/x.csv' AS line RETURN line",
                "CALL dbms.listConfig() YIELD name RETURN name",
                "SHOW SETTINGS",
                "RETURN apoc.static.get('secret')",
                "CREATE (:X)",
            })
    void a_file_of_somebody_elses_on_the_command_line_can_do_no_more_than_the_console(String query) {
        assertThatThrownBy(() -> new Queries(TestDatabase.engine()).run(query, Map.of()))
                .isInstanceOf(GraphException.class)
                .hasMessageNotContaining("Couldn't load");
    }

    @Test
    void giant_and_deep_parameters_are_taken_or_refused_and_end_nothing() {
        Object deep = List.of();
        for (int i = 0; i < 900; i++) {
            deep = List.of(deep);
        }
        for (Object value : List.of("x".repeat(1 << 20), java.util.Collections.nCopies(100_000, 1L), deep)) {
            try {
                assertThat(CONSOLE.ask("RETURN size(toString($x IS NULL)) AS n", Map.of("x", value), SHORT)
                                .rows())
                        .hasSize(1);
            } catch (GraphException e) {
                assertThat(e).hasMessageEndingWith(".");
            }
        }
        assertThat(ask("RETURN 1").rows()).hasSize(1);
    }

    @Test
    void rows_beyond_the_limit_are_cut_and_the_answer_says_so() {
        var answer = ask("MATCH (t:Tag) RETURN t.value");
        assertThat(answer.rows()).hasSize(100);
        assertThat(answer.truncated()).isTrue();
        assertThat(ask("MATCH (t:Tag) RETURN t.value LIMIT 100").truncated()).isFalse();
    }

    @Test
    void an_answer_beyond_the_limit_of_bytes_is_cut() {
        var answer = ask("UNWIND range(1, 50) AS i RETURN reduce(s = 'xxxxxxxxxx', j IN range(1, 10) | s + s) AS text");
        assertThat(answer.rows()).hasSizeLessThan(50);
        assertThat(answer.truncated()).isTrue();
    }

    @Test
    void nodes_and_relationships_stand_beside_the_rows_once_by_stable_ids() {
        var answer =
                ask("MATCH p = (r:Role)-[t:TRUSTS]->(s) RETURN r, t, p, r.createDate AS at, {x: [1, null, s]} AS m");
        assertThat(answer.columns()).containsExactly("r", "t", "p", "at", "m");
        var edge = answer.edges().get(0);
        assertThat(answer.rows())
                .containsExactly(List.of(
                        Map.of("$node", "a"),
                        Map.of("$edge", edge.get("id")),
                        Map.of("$path", List.of("a", edge.get("id"), "b")),
                        "2024-01-02T03:04:05Z",
                        Map.of("x", java.util.Arrays.asList(1L, null, Map.of("$node", "b")))));
        assertThat(answer.nodes()).extracting(n -> n.get("id")).containsExactly("a", "b");
        assertThat(answer.nodes().get(0)).containsEntry("kind", "Role").containsEntry("name", "a");
        assertThat(edge).containsEntry("from", "a").containsEntry("to", "b").containsEntry("type", "TRUSTS");
    }

    @Test
    void an_error_says_where_in_what_was_typed() {
        var refused = catchThrowableOfType(GraphException.class, () -> ask("// a note\nMATCH (n:Role)\nRETRUN n"));
        assertThat(refused.reason()).isEqualTo(GraphException.Reason.REFUSED);
        assertThat(refused.position()).contains(new GraphException.Position(3, 1, 25));
        assertThat(refused.getMessage()).doesNotContain("EXPLAIN");
    }

    @Test
    void values_come_in_as_parameters_and_are_never_read_as_Cypher() {
        var answer = CONSOLE.ask("RETURN $x AS x", Map.of("x", "'}) DETACH DELETE n //"), SHORT);
        assertThat(answer.rows()).containsExactly(List.of("'}) DETACH DELETE n //"));
    }
}
