package dev.identityexplorer.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A partition of AWS with its Regions.
 *
 * @param id as in ARNs: {@code aws}, {@code aws-cn}, {@code aws-us-gov} …
 * @param dnsSuffix the suffix of its endpoints
 * @param globalRegion the Region in which its global services are called
 * @param globalServices endpoint prefixes of services with one endpoint for the whole partition
 * @param regions all of its Regions; which ones an account has enabled only {@code ec2 describe-regions} can tell
 */
public record Partition(
        String id, String dnsSuffix, String globalRegion, List<String> globalServices, List<Region> regions) {

    /**
     * A Region.
     *
     * @param id {@code eu-central-1}
     * @param name {@code Europe (Frankfurt)}
     * @param optIn whether an account has to enable it
     */
    public record Region(String id, String name, boolean optIn) {}

    private static final class Bundled {
        static final List<Partition> PARTITIONS = of(DataFile.read("regions.json"));
    }

    /** The Regions of a partition that every account has; none for a partition that is not known. */
    public static Set<String> alwaysEnabled(String partition) {
        return regions(partition, false);
    }

    /** The Regions of a partition that an account has to enable; none for a partition that is not known. */
    public static Set<String> optIn(String partition) {
        return regions(partition, true);
    }

    /** The id of the partition that a Region is in; empty for {@code global}, and for a Region that is not known. */
    public static Optional<String> ofRegion(String region) {
        return Bundled.PARTITIONS.stream()
                .filter(p -> p.regions().stream().anyMatch(r -> r.id().equals(region)))
                .map(Partition::id)
                .findFirst();
    }

    private static Set<String> regions(String partition, boolean optIn) {
        return Bundled.PARTITIONS.stream()
                .filter(p -> p.id().equals(partition))
                .flatMap(p -> p.regions().stream())
                .filter(region -> region.optIn() == optIn)
                .map(Region::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<Partition> of(DataFile file) {
        record Located(String partition, Region region) {}
        var located = file.rows(
                "rows",
                Set.of("region", "partition", "name", "optIn"),
                row -> new Located(
                        row.text("partition"),
                        new Region(
                                row.text("region"),
                                row.text("name"),
                                row.yesOrNo("optIn").orElse(false))));
        return file.rows(
                "partitions",
                Set.of("partition", "dnsSuffix", "globalRegion", "globalServices"),
                row -> new Partition(
                        row.text("partition"),
                        row.text("dnsSuffix"),
                        row.text("globalRegion"),
                        row.texts("globalServices"),
                        located.stream()
                                .filter(l -> l.partition().equals(row.text("partition")))
                                .map(Located::region)
                                .toList()));
    }
}
