package dev.identityexplorer.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the program noted of a file that it collected: one line of {@value #MANIFEST} in the account's folder. It
 * survives a copy, which the file's own time of change does not.
 *
 * @param file below the account's folder, {@code global/iam-list-virtual-mfa-devices.json}
 * @param started when AWS was asked
 * @param finished when the last page was there
 * @param state how the call ended
 * @param size of the file in bytes
 * @param sha256 of the file, in hexadecimal digits
 * @param version of the program that wrote it
 */
public record CollectedFile(
        String file, Instant started, Instant finished, State state, long size, String sha256, String version) {

    /** The name of the file in the account's folder that holds these lines. */
    public static final String MANIFEST = "_collected.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How a call ended. */
    public enum State {
        /** All pages are there. */
        WHOLE,
        /** The first pages are there. */
        PARTIAL,
        /** The file holds an error of AWS instead of an answer. */
        ERROR,
        /** The file was removed again. */
        GONE
    }

    /** The line as it stands in the file, without its end. */
    public String line() {
        return JSON.createObjectNode()
                .put("file", file)
                .put("started", started.toString())
                .put("finished", finished.toString())
                .put("state", state.name().toLowerCase(java.util.Locale.ROOT))
                .put("size", size)
                .put("sha256", sha256)
                .put("version", version)
                .toString();
    }

    /** The line of text as a record; empty if it is none, such as one that was cut off when the program was killed. */
    public static Optional<CollectedFile> parse(String line) {
        try {
            var node = JSON.readTree(line);
            return Optional.of(new CollectedFile(
                    node.required("file").asText(),
                    Instant.parse(node.required("started").asText()),
                    Instant.parse(node.required("finished").asText()),
                    State.valueOf(node.required("state").asText().toUpperCase(java.util.Locale.ROOT)),
                    node.required("size").asLong(),
                    node.required("sha256").asText(),
                    node.required("version").asText()));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a digest is the one that was noted. */
    public boolean is(byte[] digest) {
        return HexFormat.of().formatHex(digest).equals(sha256);
    }
}
