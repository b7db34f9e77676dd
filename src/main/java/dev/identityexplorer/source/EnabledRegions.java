package dev.identityexplorer.source;

import dev.identityexplorer.catalogue.Partition;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Regions that an account has enabled: {@code account list-regions}, {@code ec2 describe-regions}. Only in those can
 * resources run. A list that lacks a Region which nobody can disable was filtered, and proves nothing; {@code account
 * list-regions} tells the disabled ones, too, so that one without any Region that an account has to enable was filtered.
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
        var told = new TreeSet<String>();
        while (json.nextKey()) {
            if (json.key().equals("Regions")) {
                json.elements((node, i) -> {
                    told.add(Json.text(node, "RegionName"));
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
        var partition = reading.account().partition();
        var always = Partition.alwaysEnabled(partition);
        var optIn = Partition.optIn(partition);
        boolean tellsDisabled = document.format().operation().equals("account-list-regions") && !optIn.isEmpty();
        if (always.isEmpty() || !enabled.containsAll(always) || tellsDisabled && Collections.disjoint(told, optIn)) {
            reading.ledger()
                    .gap(
                            EVIDENCE,
                            document.name() + " lacks Regions that such a list always has, so it may lack others.");
        }
        reading.texts("enabledRegions", enabled);
    }
}
