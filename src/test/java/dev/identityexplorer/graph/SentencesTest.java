package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.TransientException;

class SentencesTest {

    @Test
    void a_transaction_that_is_too_large_for_the_heap_says_how_to_get_more() {
        var refused = new TransientException(
                "Neo.TransientError.General.MemoryPoolOutOfMemoryError", "dbms.memory.transaction.total.max reached");
        assertThat(Sentences.of(refused, URI.create("bolt://127.0.0.1:7687"), new Credentials("neo4j", "secret"), ""))
                .hasMessageContaining("EXPLORER_JAVA_OPTS=-Xmx4g")
                .hasMessageContaining("dbms.memory.transaction.total.max reached");
    }
}
