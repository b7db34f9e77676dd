package dev.identityexplorer.collect;

import dev.identityexplorer.catalogue.ReadCall;
import dev.identityexplorer.catalogue.ReadCalls;
import java.util.HashSet;
import java.util.Set;

/**
 * Which files of an earlier run are about what is no longer there: those that this run did not ask for although it knows all
 * that there is to ask for.
 *
 * @param with the options of this run
 * @param asked the files that this run asked for
 * @param notWhole folders of operations ({@code global/iam-list-access-keys}) of which an answer is missing or in part
 */
record Gone(ReadCalls calls, Set<String> with, Set<String> asked, Set<String> notWhole) {

    boolean test(String file) {
        var parts = file.split("/", 3);
        return parts.length == 3
                && !asked.contains(file)
                && calls.all().stream()
                        .filter(call -> call.fileName().equals(parts[1]))
                        .anyMatch(call -> isKnown(call, parts[0], new HashSet<>()));
    }

    /** Whether this run knows all that there is to ask with a call in a Region. */
    private boolean isKnown(ReadCall call, String folder, Set<String> visited) {
        if (!call.option().map(with::contains).orElse(true) || call.feeds().isEmpty()) {
            return false;
        }
        return !visited.add(call.operation()) || call.feeds().stream().allMatch(feed -> isKnown(feed, folder, visited));
    }

    private boolean isKnown(ReadCall.Feed feed, String folder, Set<String> visited) {
        if (feed.call().equals(ReadCall.TYPES) || feed.call().equals(ReadCall.PARTS)) {
            return false;
        }
        var source = calls.named(feed.call());
        return feed.parameter().isEmpty()
                && !notWhole.contains(folder + "/" + source.fileName())
                && (source.feeds().isEmpty()
                        ? asked.contains(FileNames.of(folder, source.fileName(), ""))
                        : isKnown(source, folder, visited));
    }
}
