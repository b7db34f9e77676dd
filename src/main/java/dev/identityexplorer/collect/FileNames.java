package dev.identityexplorer.collect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a bundle keeps an answer; {@code source.BundlePath} reads it back. */
final class FileNames {

    /** What file systems take: 255 bytes, with room for the ending. */
    private static final int LONGEST = 240;

    private FileNames() {}

    static String of(String folder, String operation, String parameter) {
        var base = folder + "/" + operation;
        if (parameter.isEmpty()) {
            return base + ".json";
        }
        var name = encode(parameter);
        // an ARN with a long path becomes folders, which are read back as the same text
        return base + "/"
                + (name.length() <= LONGEST
                        ? name
                        : Arrays.stream(parameter.split("/", -1))
                                .map(FileNames::encode)
                                .collect(Collectors.joining("/")))
                + ".json";
    }

    private static String encode(String text) {
        var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.replaceAll("^\\.+$", "%2E");
    }
}
