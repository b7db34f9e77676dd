package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Session;

/** The embedded database keeps to itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("own-store") // about the embedded one, whatever database the other tests use
class PrivacyIT {

    @TempDir
    private Path folder;

    private static String setting(Session session, String name) {
        return session.run("SHOW SETTINGS $name YIELD value", java.util.Map.of("name", name))
                .single()
                .get("value")
                .asString();
    }

    @Test
    void it_reports_no_usage_keeps_no_queries_and_listens_to_this_machine_alone() {
        try (Engine engine = Engine.embedded(folder.resolve("store"));
                Session session = engine.reading()) {
            assertThat(setting(session, "dbms.usage_report.enabled")).isEqualTo("false");
            assertThat(setting(session, "db.logs.query.enabled")).isEqualTo("OFF");
            assertThat(setting(session, "dbms.security.allow_csv_import_from_file_urls"))
                    .isEqualTo("false");
            assertThat(setting(session, "server.bolt.listen_address")).startsWith("127.0.0.1:");
            assertThat(setting(session, "server.bolt.enabled")).isEqualTo("true");
            assertThat(setting(session, "dbms.security.auth_enabled")).isEqualTo("true");
        }
    }
}
