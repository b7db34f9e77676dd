package dev.identityexplorer.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.catalogue.Partition;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** The Regions that an account has enabled, as AWS says; those that no account can disable, where it does not say. */
record Regions(Partition partition, AccountRun run, Seeds seeds) {

    List<String> enabled() {
        var enabled = new TreeSet<String>();
        Stream.of("ec2 describe-regions", "account list-regions")
                .flatMap(operation -> run.ask(seeds.once(operation)).stream())
                .forEach(answer -> names(answer, enabled));
        if (enabled.isEmpty()) {
            enabled.addAll(Partition.alwaysEnabled(partition.id()));
        }
        return List.copyOf(enabled);
    }

    private static void names(ObjectNode answer, TreeSet<String> enabled) {
        answer.path("Regions").forEach(region -> {
            var status = region.path("RegionOptStatus").asText("")
                    + region.path("OptInStatus").asText("");
            if (!status.equals("DISABLED") && !status.equals("not-opted-in")) {
                enabled.add(region.path("RegionName").asText());
            }
        });
    }

    /** The default Region of the environment or of a profile. */
    static Optional<String> configured(Optional<String> profile) {
        try {
            var chain = DefaultAwsRegionProviderChain.builder().profileFile(ProfileFile::defaultProfileFile);
            profile.ifPresent(chain::profileName);
            return Optional.of(chain.build().getRegion().id());
        } catch (SdkException e) {
            return Optional.empty();
        }
    }
}
