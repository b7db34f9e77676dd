package dev.identityexplorer.deletion;

import dev.identityexplorer.graph.AccountEvidence;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.graph.Identities;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that can be said about deleting one entity.
 *
 * @param facts the entity
 * @param assessment verdict, impact, gaps
 * @param owner the service that owns it, for service-linked roles
 * @param findings what blocks it, then what breaks with it
 */
public record Answer(Facts facts, Assessment assessment, Optional<Identities.Owner> owner, List<Finding> findings) {

    /**
     * One blocker.
     *
     * @param blocker what it is
     * @param title what its rule says, in one line
     * @param evidence where it was seen
     * @param clearedBy the command that clears it; empty where IAM has none
     * @param fillIn the placeholders that this command still holds, which only a person can fill in
     * @param byHand what a person has to do instead
     */
    public record Finding(
            Identities.Blocker blocker,
            String title,
            Optional<AccountEvidence.Seen> evidence,
            Optional<String> clearedBy,
            List<String> fillIn,
            Optional<String> byHand) {

        /** The wire form. */
        public Map<String, Object> toMap() {
            var map = new LinkedHashMap<String, Object>();
            map.put("rule", blocker.rule());
            map.put("severity", blocker.severity());
            map.put("id", blocker.id());
            map.put("kind", blocker.kind());
            map.put("resourceType", blocker.properties().get("resourceType"));
            map.put("name", blocker.name());
            map.put("region", blocker.properties().get("region"));
            map.put("why", title);
            map.put("evidence", evidence.map(Answer::seen).orElse(null));
            map.put("clearedBy", clearedBy.orElse(null));
            if (!fillIn.isEmpty()) {
                map.put("fillIn", fillIn);
            }
            byHand.ifPresent(text -> map.put("byHand", text));
            return map;
        }
    }

    public Answer {
        findings = List.copyOf(findings);
    }

    /** What AWS would refuse the deletion for. */
    public List<Finding> blocks() {
        return findings.stream()
                .filter(f -> f.blocker().severity().equals("blocks"))
                .toList();
    }

    /** What would stop working. */
    public List<Finding> breaks() {
        return findings.stream()
                .filter(f -> f.blocker().severity().equals("breaks"))
                .toList();
    }

    private static Map<String, Object> seen(AccountEvidence.Seen seen) {
        var map = new LinkedHashMap<String, Object>();
        map.put("source", seen.source());
        map.put("observedAt", seen.observedAt().toInstant().toString());
        return map;
    }

    /** The wire form, one object of what {@code blockers --format json} prints. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", facts.id());
        map.put("kind", facts.kind());
        map.put("name", facts.name());
        map.put("accountId", facts.accountId().orElse(null));
        map.put("verdict", assessment.verdict().name());
        map.put("impact", assessment.impact().name());
        map.put("owner", owner.map(Answer::ownerMap).orElse(null));
        facts.protection().ifPresent(text -> map.put("protection", text));
        map.put(
                "provenAt",
                assessment.provenAt().map(at -> at.toInstant().toString()).orElse(null));
        map.put("blockers", findings.stream().map(Finding::toMap).toList());
        map.put("gaps", assessment.gaps().stream().map(Gap::toMap).toList());
        return map;
    }

    private static Map<String, Object> ownerMap(Identities.Owner owner) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", owner.id());
        map.put("name", owner.name());
        map.put("docUrl", owner.docUrl().orElse(null));
        return map;
    }
}
