package dev.identityexplorer.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Files that may hold anything, under the name of each operation that is read. */
final class AnyInput {

    private static final Path SAMPLE = Path.of("src/main/resources/sample");

    /**
     * One file.
     *
     * @param format the number of its operation in {@link Formats#ALL}; others are read by content alone
     */
    record Sample(int format, byte[] content) {}

    private AnyInput() {}

    /** The files of the sample organization. */
    static List<Sample> samples() throws IOException {
        try (var files = Files.walk(SAMPLE)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .map(AnyInput::sample)
                    .toList();
        }
    }

    private static Sample sample(Path file) {
        try {
            return new Sample(format(file), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int format(Path file) {
        for (int i = 0; i < Formats.ALL.size(); i++) {
            var operation = Formats.ALL.get(i).operation();
            if (file.getFileName().toString().startsWith(operation + ".")
                    || file.getParent().endsWith(operation)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Reads a folder with one such file; how many entities it held.
     *
     * @throws RuntimeException any but the one that says what is wrong with the file
     */
    static int read(Path folder, int format, byte[] content) throws IOException {
        boolean known = format >= 0 && format < Formats.ALL.size();
        var operation = known ? Formats.ALL.get(format).operation() : "x";
        var place = known ? folder.resolve("111122223333/eu-west-1/" + operation) : folder;
        Files.createDirectories(place);
        Files.write(place.resolve("bob.json"), content);
        try {
            var source = Source.of(List.of(folder));
            return source.accounts().stream()
                    .mapToInt(account -> source.read(account).entities().size())
                    .sum();
        } catch (SourceException e) {
            return requireSentence(e);
        }
    }

    private static int requireSentence(SourceException e) {
        var sentence = String.valueOf(e.getMessage());
        if (sentence.length() > 2_000 || sentence.contains("\n") || !sentence.endsWith(".")) {
            throw new AssertionError("Not a sentence: " + sentence, e);
        }
        return 0;
    }

    static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
