package dev.identityexplorer.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What is built is what was reviewed, and containers of it have no more rights than they need. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PomTest {

    private static final Pattern PINNED = Pattern.compile("\\d+(\\.\\d+)*([.-][A-Za-z0-9]+)*");

    private static List<Element> elements(String name) throws Exception {
        var nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element element, String child) {
        var found = element.getElementsByTagName(child);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    @Test
    void every_version_is_one_version() throws Exception {
        var properties = elements("properties").get(0);
        for (var kind : List.of("dependency", "plugin")) {
            for (var element : elements(kind)) {
                var version = text(element, "version");
                if (version.startsWith("${")) {
                    version = text(properties, version.substring(2, version.length() - 1));
                }
                boolean managed = version.isEmpty() && kind.equals("dependency");
                assertThat(managed || PINNED.matcher(version).matches() && !version.endsWith("SNAPSHOT"))
                        .as(text(element, "artifactId") + " " + version)
                        .isTrue();
            }
        }
        assertThat(elements("repository")).as("Maven Central alone").isEmpty();
    }

    @Test
    void containers_run_as_a_user_without_rights() throws Exception {
        assertThat(Files.readString(Path.of("Dockerfile")))
                .containsPattern("(?m)^USER 10001$")
                .doesNotContain("ADD http", "curl", "--token ");
        var compose = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Path.of("compose.yaml")));
        var common = compose.path("x-explorer");
        assertThat(common.path("user").asText()).isEqualTo("10001");
        assertThat(common.path("read_only").asBoolean()).isTrue();
        assertThat(common.path("cap_drop").path(0).asText()).isEqualTo("ALL");
        assertThat(common.path("ports")).allMatch(port -> port.asText().startsWith("127.0.0.1:"));
        assertThat(compose.path("services").path("neo4j").path("user").asText()).isNotIn("", "0", "root");
        assertThat(compose.path("services").path("neo4j").has("ports")).isFalse();
        assertThat(compose.path("services")).hasSize(3);
    }
}
