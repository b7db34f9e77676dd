package dev.identityexplorer.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that an import's files say about one account.
 *
 * @param account the account's root ARN, {@code arn:aws:iam::111122223333:root}, which is the id of its node
 * @param properties of the account's node: {@code alias}, {@code name}, {@code rootMfaActive} …, as in {@link Entity}
 * @param entities every node, by every piece of evidence that tells it
 * @param evidence each piece of evidence once
 * @param sighted when each resource was shown last by what shows some and not all ({@link EvidenceKind#RESOURCE_SIGHTING}), by id
 * @param problems what was wrong with the input
 */
public record Snapshot(
        Arn account,
        Map<String, Object> properties,
        List<Entity> entities,
        List<Evidence> evidence,
        Map<String, Instant> sighted,
        List<Problem> problems) {

    public Snapshot {
        if (!account.resource().equals("root")) {
            throw new IllegalArgumentException("'" + account + "' is not an account's root ARN.");
        }
        properties = Map.copyOf(properties);
        entities = List.copyOf(entities);
        evidence = List.copyOf(evidence);
        sighted = Map.copyOf(sighted);
        problems = List.copyOf(problems);
    }

    /** The account's id, usually twelve digits. */
    public String accountId() {
        return account.accountId();
    }
}
