package dev.identityexplorer.source;

import dev.identityexplorer.catalogue.Partition;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Regions that an account has enabled: {@code account list-regions}, {@code ec2 describe-regions}. Only in those can
 * resources run. A list that lacks a Region which nobody can disable was filtered, and proves nothing.
 */
final class EnabledRegions {

    private static final EvidenceKey EVIDENCE = EvidenceKey.of(EvidenceKind.REGIONS);

    private EnabledRegions() {}

    static List<Format> formats() {
        return List.of(format("account-list-regions", "RegionOptStatus"), format("ec2-describe-regions", "Endpoint"));
    }

    private static Format format(String operation, String mark) {
        return new Format(
                operation,
                Set.of("Regions"),
                2,
                shape -> shape.has("Regions") && shape.hasElement("RegionName") && shape.hasElement(mark),
                shape -> true,
                EnabledRegions::read,
                (document, reading) -> List.of(EVIDENCE));
    }

    private static void read(Document document, JsonFile json, Reading reading) {
        var paging = new Paging();
        var enabled = new TreeSet<String>();
        while (json.nextKey()) {
            if (json.key().equals("Regions")) {
                json.elements((node, i) -> {
                    var status = Json.text(node, "RegionOptStatus") + Json.text(node, "OptInStatus");
                    if (!status.equals("DISABLED") && !status.equals("not-opted-in")) {
                        enabled.add(Json.text(node, "RegionName"));
                    }
                });
            } else if (Paging.isKey(json.key())) {
                paging.see(json.key(), json.value());
            }
        }
        enabled.remove("");
        reading.ledger().item(EVIDENCE);
        reading.ledger()
                .page(EVIDENCE, document, paging.token(), document.file().modified());
        var always = Partition.alwaysEnabled(reading.account().partition());
        if (always.isEmpty() || !enabled.containsAll(always)) {
            reading.ledger()
                    .gap(EVIDENCE, document.name() + " lacks Regions that every account has, so it may lack others.");
        }
        reading.texts("enabledRegions", enabled);
    }
}
