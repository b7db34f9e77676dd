package dev.identityexplorer.deletion;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType;
import dev.identityexplorer.deletion.EvidenceCheck.Outcome;
import dev.identityexplorer.graph.AccountEvidence;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which inventories, of which regions, show that no resource uses an identity. */
final class InventoryNeeds {

    /**
     * @param type a resource type
     * @param part {@code fact=value} where AWS lists the type in parts and only one counts; else empty
     */
    record Wanted(String type, String part) {}

    private final Catalogue catalogue;
    private final Supply supply;

    InventoryNeeds(Catalogue catalogue, Supply supply) {
        this.catalogue = catalogue;
        this.supply = supply;
    }

    /** The type of a service-linked role, where the catalogue knows it. */
    Optional<ServiceLinkedRoleType> type(Facts facts) {
        return facts.servicePrincipal().flatMap(principal -> catalogue.typeOf(principal, facts.name()));
    }

    /** What an alternative asks for: one type, or all that can keep a service-linked role in use or run with a role. */
    List<Wanted> of(Need.Alternative alternative, Facts facts) {
        if (!alternative.resourceType().isEmpty()) {
            return List.of(new Wanted(alternative.resourceType(), ""));
        }
        var keepers = type(facts).stream()
                .flatMap(type -> type.blockedBy().stream())
                .map(keeper -> new Wanted(keeper.resourceType(), part(keeper)));
        var running = facts.trusts().stream()
                .flatMap(service -> catalogue.serviceRoles(service).stream())
                .flatMap(roles -> roles.runs().stream())
                .map(type -> new Wanted(type, ""));
        return (facts.kind().equals("ServiceLinkedRole") ? keepers : running)
                .distinct()
                .toList();
    }

    /** The services that a role trusts of which nobody knows all that runs with it; {@code *} where it trusts anyone. */
    List<String> unlisted(Facts facts) {
        return facts.kind().equals("Role")
                ? facts.trusts().stream()
                        .filter(service -> catalogue.serviceRoles(service).isEmpty())
                        .toList()
                : List.of();
    }

    private String part(ServiceLinkedRoleType.Keeper keeper) {
        boolean parts = catalogue.inventories().of(keeper.resourceType()).calls().stream()
                .anyMatch(call -> call.part().isPresent());
        return parts && keeper.facts().size() == 1 ? keeper.facts().get(0) : "";
    }

    /** All keys that could show it. */
    Set<String> keys(Wanted wanted, Facts facts) {
        var keys = new LinkedHashSet<String>();
        Stream.concat(catalogue.regions(partition(facts)).stream(), facts.enabledRegions().stream())
                .forEach(region -> keys.addAll(keys(wanted, region)));
        keys.addAll(keys(wanted, Inventory.GLOBAL));
        return keys;
    }

    /** Any of these is enough for a region: its own inventory, one of all regions, one of the part that counts. */
    private static List<String> keys(Wanted wanted, String region) {
        var keys = new ArrayList<String>();
        keys.add(EvidenceKey.inventory(wanted.type(), region).text());
        keys.add(EvidenceKey.inventory(wanted.type(), Inventory.GLOBAL).text());
        if (!wanted.part().isEmpty()) {
            keys.add(EvidenceKey.inventory(wanted.type() + "?" + wanted.part(), region)
                    .text());
        }
        return keys;
    }

    /** Looks for the inventory of each region that counts; notes a gap where there is none, else its age. */
    void check(
            Wanted wanted, Facts facts, EvidenceCheck check, String purpose, List<Gap> gaps, List<ZonedDateTime> ages) {
        var missing = new ArrayList<Gap>();
        boolean any = false;
        var regions = regions(wanted, facts, check, ages);
        for (var region : check.evidence().listsOf(wanted.type()) ? regions : List.<String>of()) {
            var outcome = keys(wanted, region).stream()
                    .map(check::ofResources)
                    .min((a, b) -> a.state().compareTo(b.state()))
                    .orElse(Supply.NOTHING);
            any |= outcome.state() != Outcome.State.MISSING;
            if (outcome.state() == Outcome.State.COMPLETE) {
                outcome.seen().map(AccountEvidence.Seen::observedAt).ifPresent(ages::add);
            } else {
                missing.add(supply.inventoryGap(wanted.type(), region, facts, outcome, purpose));
            }
        }
        // where no Region was seen, one line says so; what is in no Region has but one file
        gaps.addAll(
                any || missing.size() == 1
                        ? missing
                        : List.of(supply.inventoryGap(wanted.type(), "*", facts, Supply.NOTHING, purpose)));
    }

    /**
     * The regions in which resources of a type can be: one for a global service; else those that the account has
     * enabled, where a whole and fresh list says so; else all of the partition.
     */
    private List<String> regions(Wanted wanted, Facts facts, EvidenceCheck check, List<ZonedDateTime> ages) {
        if (catalogue.inventories().of(wanted.type()).global()) {
            return List.of(Inventory.GLOBAL);
        }
        var enabled = check.ofInventory(EvidenceKind.REGIONS.word());
        if (enabled.state() == Outcome.State.COMPLETE && !facts.enabledRegions().isEmpty()) {
            enabled.seen().map(AccountEvidence.Seen::observedAt).ifPresent(ages::add);
            return facts.enabledRegions();
        }
        return catalogue.regions(partition(facts));
    }

    private static String partition(Facts facts) {
        return Arn.tryParse(facts.id()).map(Arn::partition).orElse("aws");
    }
}
