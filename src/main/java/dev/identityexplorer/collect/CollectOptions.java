package dev.identityexplorer.collect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to collect, and how.
 *
 * @param out the folder of the bundle
 * @param profile of the AWS configuration files; empty for the default credential chain
 * @param regions to ask in; empty for those that the account has enabled
 * @param assumeRole the name of a role in each account of the organization; empty for the caller's account alone
 * @param workers how many calls run at the same time
 * @param keep answers of an earlier run that are whole and not older are kept
 * @param with the options of {@link dev.identityexplorer.catalogue.ReadCall#option()}
 * @param version of the program, for the manifest
 */
public record CollectOptions(
        Path out,
        Optional<String> profile,
        List<String> regions,
        Optional<String> assumeRole,
        int workers,
        Duration keep,
        Set<String> with,
        String version) {

    public CollectOptions {
        regions = List.copyOf(regions);
        with = Set.copyOf(with);
        if (workers < 1) {
            throw new IllegalArgumentException("There must be a worker at least, not " + workers + ".");
        }
    }
}
