package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether lists are of the account and the Region that their path says: a command that was run with other credentials, or
 * without {@code --region}, writes a list of another place into this one's file, which shows nothing of this one.
 */
final class Whereabouts {

    private static final List<String> ZONES = List.of(
            "AvailabilityZone", "AvailabilityZones", "AvailabilityZones.ZoneName", "Placement.AvailabilityZone");

    /** {@code us-east-1a}, and Local Zones: {@code us-west-2-lax-1a}. */
    private static final Pattern ZONE = Pattern.compile("([a-z]{2}(?:-[a-z]+)+-\\d)(?:-[a-z]+-\\d)?[a-z]");

    private static final Pattern QUEUE = Pattern.compile("https://sqs\\.([a-z0-9-]+)\\.[^/]+/(\\d{12})/.*");

    private final Map<EvidenceKey, Set<String>> otherRegions = new HashMap<>();
    private final Map<EvidenceKey, Set<String>> otherAccounts = new HashMap<>();
    private final Set<EvidenceKey> own = new HashSet<>();

    /** Looks at the ARN, the Availability Zone or the address that an answer gives a resource, if it gives one. */
    void see(ResourceRecord resource, Arn account) {
        var key = resource.key();
        if (key.kind() != EvidenceKind.RESOURCE_INVENTORY) {
            return;
        }
        if (!isElsewhere(resource)) {
            regions(resource)
                    .filter(region -> !region.equals(key.region()))
                    .forEach(region -> otherRegions
                            .computeIfAbsent(key, k -> new HashSet<>())
                            .add(region));
        }
        var queue = QUEUE.matcher(resource.identifier());
        if (queue.matches() && !queue.group(2).equals(account.accountId())) {
            otherAccounts.computeIfAbsent(key, k -> new HashSet<>()).add(queue.group(2));
            return;
        }
        if (resource.local()) {
            return;
        }
        Stream.of(resource.identifier().split("\\|"))
                .flatMap(part -> Arn.tryParse(part).stream())
                .findFirst()
                .ifPresentOrElse(arn -> see(resource, arn, account), () -> own.add(key));
    }

    private static boolean isElsewhere(ResourceRecord resource) {
        return resource.type().elsewhere()
                || resource.type().global()
                || resource.key().region().equals(Inventory.GLOBAL);
    }

    private static Stream<String> regions(ResourceRecord resource) {
        var zones = ZONES.stream()
                .flatMap(path -> Fields.at(resource.record(), path).stream())
                .map(JsonNode::asText)
                .map(ZONE::matcher);
        return Stream.concat(zones, Stream.of(QUEUE.matcher(resource.identifier())))
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }

    private void see(ResourceRecord resource, Arn arn, Arn account) {
        var key = resource.key();
        if (!isElsewhere(resource) && !arn.region().isEmpty() && !arn.region().equals(key.region())) {
            otherRegions.computeIfAbsent(key, k -> new HashSet<>()).add(arn.region());
        }
        if (arn.accountId().isEmpty() || arn.accountId().equals(account.accountId())) {
            own.add(key);
        } else {
            otherAccounts.computeIfAbsent(key, k -> new HashSet<>()).add(arn.accountId());
        }
    }

    /** Notes the lists that show something of another Region, and those that show nothing but what is another account's. */
    void finish(Ledger ledger) {
        otherRegions.forEach((key, regions) -> ledger.gap(
                key,
                "It lists what is in " + first(regions) + ", so that it need not be the list of " + key.region()
                        + "."));
        otherAccounts.forEach((key, accounts) -> {
            if (!own.contains(key)) {
                ledger.gap(
                        key,
                        "All that it lists is in the account " + first(accounts)
                                + ", so that it need not be the list of this one.");
            }
        });
    }

    private static String first(Set<String> names) {
        return names.stream().sorted().findFirst().orElse("");
    }
}
