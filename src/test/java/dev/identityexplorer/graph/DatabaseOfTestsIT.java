package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;

/** What every kind of database that the tests may run on has to do alike. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseOfTestsIT {
    @BeforeEach
    void reset() {
        TestDatabase.reset();
    }

    @Test
    void a_reset_leaves_nothing() {
        try (Session session = TestDatabase.engine().writing()) {
            session.run("CREATE (:Written)-[:TO]->(:Written)").consume();
        }
        assertThat(StoreProgram.count(TestDatabase.engine())).isEqualTo(2);
        TestDatabase.reset();
        assertThat(StoreProgram.count(TestDatabase.engine())).isZero();
    }

    @Test
    void a_session_for_reading_refuses_to_write() {
        try (Session session = TestDatabase.engine().reading()) {
            assertThatThrownBy(() -> session.run("CREATE (:Written)").consume()).isInstanceOf(ClientException.class);
        }
        assertThat(StoreProgram.count(TestDatabase.engine())).isZero();
    }

    @Test
    void a_refused_query_is_explained() {
        try (Session session = TestDatabase.engine().reading()) {
            session.run("RETURN 1 / 0").consume();
        } catch (Neo4jException e) {
            assertThat(TestDatabase.engine().explain(e))
                    .hasMessageContaining("/ by zero")
                    .matches(explained -> !explained.unreachable());
            return;
        }
        throw new AssertionError("The query was not refused.");
    }

    @Test
    void a_wrong_password_and_an_unknown_database_are_told_apart() {
        assertThatThrownBy(() -> Engine.remote(TestDatabase.uri(), new Credentials("neo4j", "wrong")))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("does not let the user neo4j in");
        assertThatThrownBy(() -> Engine.remote(TestDatabase.uri(), TestDatabase.credentials(), "nowhere"))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("no database nowhere");
    }
}
