package dev.identityexplorer.graph;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Snapshot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When what the records of a snapshot tell was so. */
final class RecordTimes {

    private final Map<EvidenceKey, ZonedDateTime> observed = new HashMap<>();
    private final Map<String, Instant> sighted;

    RecordTimes(Snapshot snapshot) {
        snapshot.evidence().forEach(e -> observed.put(e.key(), e.observedAt().atZone(ZoneOffset.UTC)));
        this.sighted = snapshot.sighted();
    }

    /** The time of the list that it stands in; of a sighting its own, as others of that evidence may be newer. */
    @Nullable
    ZonedDateTime of(Entity record) {
        var own = record.evidence().kind() == EvidenceKind.RESOURCE_SIGHTING ? sighted.get(record.id()) : null;
        return own == null ? observed.get(record.evidence()) : own.atZone(ZoneOffset.UTC);
    }

    /** Rows for {@code cypher/load/resource-sighted.cypher}. */
    List<Map<String, Object>> sighted() {
        return sighted.entrySet().stream()
                .map(e -> Map.<String, Object>of(
                        "id", e.getKey(), "at", e.getValue().atZone(ZoneOffset.UTC)))
                .toList();
    }
}
