package dev.identityexplorer.source;

import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether lists are of the account and the Region that their path says: a command that was run with other credentials, or
 * without {@code --region}, writes a list of another place into this one's file, which shows nothing of this one.
 */
final class Whereabouts {

    private final Map<EvidenceKey, Set<String>> otherRegions = new HashMap<>();
    private final Map<EvidenceKey, Set<String>> otherAccounts = new HashMap<>();
    private final Set<EvidenceKey> own = new HashSet<>();

    /** Looks at the ARN that an answer gives a resource, if it gives one. */
    void see(ResourceRecord resource, Arn account) {
        var key = resource.key();
        if (key.kind() != EvidenceKind.RESOURCE_INVENTORY || resource.local()) {
            return;
        }
        Stream.of(resource.identifier().split("\\|"))
                .flatMap(part -> Arn.tryParse(part).stream())
                .findFirst()
                .ifPresentOrElse(arn -> see(resource, arn, account), () -> own.add(key));
    }

    private void see(ResourceRecord resource, Arn arn, Arn account) {
        var key = resource.key();
        boolean elsewhere = resource.type().elsewhere() || resource.type().global();
        if (!elsewhere && !arn.region().isEmpty() && !arn.region().equals(key.region())) {
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
