package dev.identityexplorer.source;

import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Problem;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import dev.identityexplorer.model.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** One account while its files are read: what the readers found, and what they share. */
final class Reading {

    private static final int MOST_PROBLEMS = 500;
    /** As long as {@code collect} keeps an answer, unless told otherwise. */
    private static final Duration WITNESSES_DIFFER = Duration.ofHours(12);

    private final Arn account;
    private final Names names;
    private final Instant now = Instant.now();
    private final Map<String, Instant> sighted = new HashMap<>();
    private final Ledger ledger = new Ledger(this::ignores);
    private final Exports exports = new Exports();
    private final Set<Exports.Part> ignored;
    private Optional<Document> current = Optional.empty();
    private final Map<String, Object> properties = new TreeMap<>();
    private final Map<Told, Entity> entities = new LinkedHashMap<>();
    /** What many relationships end at, a tag or a policy, is kept in memory once. */
    private final Map<EntityRef, EntityRef> ends = new HashMap<>();

    private final Map<Told, List<String>> memberships = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<SourceFile, String> deletionTasks = new HashMap<>();
    private final Resources resources = new Resources(this);
    private final OrganizationTree organization = new OrganizationTree(this);
    private int moreProblems;

    /** What one piece of evidence tells of one entity. */
    record Told(String id, EvidenceKey evidence) {}

    /** @param ignored what some documents say about some evidence, and newer ones say better */
    Reading(Arn account, Function<String, Optional<EntityRef>> imported, Set<Exports.Part> ignored) {
        this.account = account;
        this.ignored = Set.copyOf(ignored);
        this.names = new Names(account, imported);
    }

    /** Notes which document is read from now on. */
    void begin(Document document) {
        current = Optional.of(document);
    }

    /** The document that is read. */
    Document document() {
        return current.orElseThrow();
    }

    /** Whether what the document that is read says about a key is of no account. */
    boolean ignores(EvidenceKey key) {
        return !ignored.isEmpty()
                && current.filter(document -> ignored.contains(new Exports.Part(document, key)))
                        .isPresent();
    }

    /** What older documents say about evidence that newer ones tell, too. */
    Exports exports() {
        return exports;
    }

    Arn account() {
        return account;
    }

    Names names() {
        return names;
    }

    Ledger ledger() {
        return ledger;
    }

    OrganizationTree organization() {
        return organization;
    }

    Resources resources() {
        return resources;
    }

    /** A property of the account's own node. */
    void property(String name, Object value) {
        properties.put(name, value);
    }

    /** Adds texts to a property of the account's own node that is a list of them. */
    void texts(String name, Collection<String> texts) {
        var all = new TreeSet<>(texts);
        if (properties.get(name) instanceof List<?> known) {
            known.forEach(text -> all.add(text.toString()));
        }
        properties.put(name, List.copyOf(all));
    }

    /** Notes that a resource was shown; false if it was shown later than that by another answer. */
    boolean sighted(String id, Instant at) {
        var seen = at.isAfter(now) ? now : at;
        return sighted.merge(id, seen, (a, b) -> a.isAfter(b) ? a : b).equals(seen);
    }

    /** Adds what one piece of evidence tells of an entity; false if it had told some of it before, which is then united. */
    boolean add(Entity told) {
        return add(told, false);
    }

    /** @param newest whether it is newer than what was added before, so that what it tells counts where both tell it */
    boolean add(Entity told, boolean newest) {
        if (ignores(told.evidence())) {
            return true;
        }
        var entity = sharing(told);
        current.ifPresent(document -> exports.tells(document, entity));
        names.learn(entity.ref());
        for (var id : List.of("roleId", "userId", "instanceProfileId", "serverCertificateId")) {
            if (entity.properties().get(id) instanceof String uniqueId) {
                names.learn(uniqueId, entity.ref());
            }
        }
        return entities.merge(
                        new Told(entity.id(), entity.evidence()),
                        entity,
                        (before, now) -> newest ? united(now, before) : united(before, now))
                == entity;
    }

    private Entity sharing(Entity entity) {
        if (entity.relationships().isEmpty()) {
            return entity;
        }
        var relationships = entity.relationships().stream()
                .map(r -> new Relationship(r.type(), ends.computeIfAbsent(r.target(), end -> end), r.properties()))
                .toList();
        return new Entity(
                entity.kind(), entity.id(), entity.name(), entity.evidence(), entity.properties(), relationships);
    }

    /** Notes groups that a user is in: names, which are looked up when all groups are known. */
    void memberOf(Entity user, Collection<String> groups) {
        if (ignores(user.evidence())) {
            return;
        }
        memberships
                .computeIfAbsent(new Told(user.id(), user.evidence()), k -> new ArrayList<>())
                .addAll(groups);
    }

    void problem(Document document, String position, String sentence) {
        if (problems.size() < MOST_PROBLEMS) {
            var where = document.index() == 0 ? position : "document " + (document.index() + 1) + ", " + position;
            problems.add(new Problem(document.name(), where, sentence));
        } else {
            moreProblems++;
        }
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    /** Notes the id of a deletion task that a file names, for the status that may follow in it. */
    void deletionTask(SourceFile file, String taskId) {
        deletionTasks.put(file, taskId);
    }

    /** The id of the deletion task that the file names; empty if it names none. */
    String deletionTask(SourceFile file) {
        return deletionTasks.getOrDefault(file, "");
    }

    Snapshot snapshot() {
        current = Optional.empty();
        ledger.early().stream()
                .map(
                        document -> new Problem(
                                document.name(),
                                "",
                                "Its time lies in the future, so that it counts as seen now; check the clock that it comes from."))
                .distinct()
                .forEach(problems::add);
        resources.finish();
        organization.finish();
        new Reconciliation(ledger, entities).finish();
        memberships.forEach((told, groups) -> entities.computeIfPresent(told, (t, user) -> inGroups(user, groups)));
        if (moreProblems > 0) {
            problems.add(new Problem("", "", "There are " + moreProblems + " more problems like these."));
        }
        return new Snapshot(
                account,
                properties,
                List.copyOf(entities.values()),
                ledger.evidence(this::doubtful),
                sighted,
                problems);
    }

    private Entity inGroups(Entity user, List<String> groups) {
        var relationships = new LinkedHashSet<>(user.relationships());
        groups.forEach(g -> relationships.add(Relationship.of(RelationshipType.MEMBER_OF, names.group(g))));
        return new Entity(
                user.kind(), user.id(), user.name(), user.evidence(), user.properties(), List.copyOf(relationships));
    }

    /** An empty section of account authorization details is proof only if a second witness counted none, too. */
    private boolean doubtful(EvidenceKey key) {
        var count = switch (key.kind()) {
            case USERS -> "summaryUsers";
            case GROUPS -> "summaryGroups";
            case ROLES -> "summaryRoles";
            case POLICIES -> "summaryPolicies";
            default -> "";
        };
        boolean reportedNone = key.kind() == EvidenceKind.USERS
                && ledger.isEmpty(CredentialReport.EVIDENCE)
                && isOfTheTime(CredentialReport.EVIDENCE, key);
        boolean countedNone = Long.valueOf(0).equals(properties.get(count))
                && isOfTheTime(EvidenceKey.of(EvidenceKind.ACCOUNT_SUMMARY), key);
        return !count.isEmpty() && !countedNone && !reportedNone;
    }

    /** Whether a witness looked when the other did: there may be one by now where there was none long ago. */
    private boolean isOfTheTime(EvidenceKey witness, EvidenceKey key) {
        return ledger.observedAt(witness)
                .flatMap(seen -> ledger.observedAt(key)
                        .map(told -> !seen.plus(WITNESSES_DIFFER).isBefore(told)))
                .orElse(false);
    }

    private static Entity united(Entity one, Entity other) {
        var properties = new TreeMap<>(other.properties());
        properties.putAll(one.properties());
        var incomplete = new TreeSet<String>();
        for (var entity : List.of(one, other)) {
            if (entity.properties().get("incomplete") instanceof List<?> fields) {
                fields.forEach(field -> incomplete.add(field.toString()));
            }
        }
        if (!incomplete.isEmpty()) {
            properties.put("incomplete", List.copyOf(incomplete));
        }
        var relationships = new LinkedHashSet<>(one.relationships());
        relationships.addAll(other.relationships());
        return new Entity(one.kind(), one.id(), one.name(), one.evidence(), properties, List.copyOf(relationships));
    }
}
