package dev.identityexplorer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample organization, damaged: in its bytes, and in its values as only JSON can be. Each run takes the same damage;
 * {@code -Dexplorer.mutations=1000} takes more of it, {@code -Dexplorer.seed} another one.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MutatedInputTest {

    private static final int MUTATIONS = Integer.getInteger("explorer.mutations", 6);
    private static final long SEED = Long.getLong("explorer.seed", 20261125);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOKENS = List.of(
            "null",
            "{}",
            "[]",
            "[[[[[[[[",
            "{\"a\":",
            "\"",
            "\\u0000",
            "\\ud800",
            "\uFEFF",
            "1e999999999",
            "-0",
            "9".repeat(400),
            "\u0000",
            "\u0001",
            "\u202E",
            "true",
            ",",
            "%",
            "%ZZ",
            "%7B",
            "arn:aws:iam::",
            "*",
            "}{",
            "][");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e308",
            "99999999999999999999999999",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "{\"\":null}",
            "[1,\"a\",null,{},[]]",
            "\"%7B\"",
            "\"{\"",
            "\"*\"",
            "\"arn:aws:iam::111122223333:user/\"",
            "\"arn:::::\"",
            "\"2026-99-99T00:00:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"$(touch pwned)`;rm -rf ~\"",
            "\"\\u001b[2J\"",
            "\"a\\nb\"");

    @TempDir
    private Path folder;

    private Random random = new Random(SEED);

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void damaged_files_are_read_or_refused_in_a_sentence() throws IOException {
        int read = 0;
        for (var sample : AnyInput.samples()) {
            for (int i = 0; i < MUTATIONS; i++) {
                random = new Random(SEED + i);
                read += tryOne(sample.format(), i % 2 == 0 ? bytes(sample.content()) : values(sample.content()));
            }
        }
        assertThat(read).as("some damage does not matter").isPositive();
    }

    private int tryOne(int format, byte[] content) throws IOException {
        var place = Files.createTempDirectory(folder, "x");
        try {
            return AnyInput.read(place, format, content) > 0 ? 1 : 0;
        } catch (RuntimeException | Error e) {
            return fail("Format " + format + " with " + new String(content, StandardCharsets.UTF_8), e);
        } finally {
            AnyInput.remove(place);
        }
    }

    /** Cuts, doubles, flips and inserts. */
    private byte[] bytes(byte[] content) {
        var damaged = new ArrayList<Byte>();
        for (var b : content) {
            damaged.add(b);
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(damaged.size() + 1);
            int length = Math.min(random.nextInt(40), damaged.size() - at);
            switch (random.nextInt(4)) {
                case 0 -> damaged.subList(at, at + length).clear();
                case 1 -> damaged.addAll(at, List.copyOf(damaged.subList(at, at + length)));
                case 2 -> {
                    if (at < damaged.size()) {
                        damaged.set(at, (byte) random.nextInt(256));
                    }
                }
                default -> {
                    for (var b : one(TOKENS).getBytes(StandardCharsets.UTF_8)) {
                        damaged.add(at++, b);
                    }
                }
            }
        }
        var bytes = new byte[damaged.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = damaged.get(i);
        }
        return bytes;
    }

    /** Puts other values into some places of a document. */
    private byte[] values(byte[] content) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(content);
        } catch (IOException e) {
            return bytes(content); // a credential report
        }
        var holders = new ArrayList<JsonNode>();
        collect(root, holders);
        for (int i = random.nextInt(3); i >= 0 && !holders.isEmpty(); i--) {
            var value = JSON.readTree(one(VALUES));
            var holder = one(holders);
            if (holder instanceof ObjectNode object && !object.isEmpty()) {
                object.set(one(new ArrayList<>(List.copyOf(names(object)))), value);
            } else if (holder instanceof ArrayNode array && !array.isEmpty()) {
                array.set(random.nextInt(array.size()), value);
            }
        }
        return JSON.writeValueAsBytes(root);
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
