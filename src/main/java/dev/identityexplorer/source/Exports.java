package dev.identityexplorer.source;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind.Scope;
import dev.identityexplorer.model.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the same thing exported twice: last week's list beside today's. Pages of one export and lists that complement
 * each other (assigned and unassigned devices) belong together; what was asked for again later counts instead of what
 * was answered before.
 */
final class Exports {

    /** What one document says about one piece of evidence. */
    record Part(Document document, EvidenceKey key) {}

    /** What does not count, and why. */
    record Older(Set<Part> parts, List<Problem> problems) {

        boolean isEmpty() {
            return parts.isEmpty();
        }
    }

    /** One answer, in one document or in pages. */
    private record Export(List<Ledger.Page> pages, Set<String> told) {

        Instant observedAt() {
            return pages.stream()
                    .map(Ledger.Page::observedAt)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        Document document() {
            return pages.get(0).document();
        }

        /**
         * CSV and JSON are two forms of one report; other operations tell different things of what they list, and those of
         * organizations of what their parameter names: one policy may be attached to two targets.
         */
        String question() {
            var operation = document().format().operation();
            if (operation.startsWith("organizations-")
                    && !Paging.isPage(document().parameter())) {
                return operation + " " + document().parameter();
            }
            return operation.equals("iam-get-credential-report") ? "credential-report" : operation;
        }
    }

    /** IAM has one of these of a name in an account, whatever its path: another path is a newer answer about the same. */
    private static final Set<EntityKind> NAMED_ONCE = Set.of(
            EntityKind.USER,
            EntityKind.GROUP,
            EntityKind.ROLE,
            EntityKind.CUSTOMER_MANAGED_POLICY,
            EntityKind.INSTANCE_PROFILE);

    private static final String NAME = "name ";

    private final Map<Part, Set<String>> told = new HashMap<>();

    /** Notes that a document tells of an entity; which ones matters for lists of whole accounts only. */
    void tells(Document document, Entity entity) {
        if (entity.evidence().kind().scope() == Scope.ACCOUNT) {
            var ids = told.computeIfAbsent(new Part(document, entity.evidence()), part -> new HashSet<>());
            ids.add(entity.id());
            if (NAMED_ONCE.contains(entity.kind())) {
                ids.add(NAME + entity.kind() + " " + entity.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    Older superseded(Map<EvidenceKey, List<Ledger.Page>> pages) {
        var parts = new LinkedHashSet<Part>();
        var problems = new ArrayList<Problem>();
        pages.forEach((key, all) -> {
            var whole = all.stream().filter(page -> !page.part()).toList();
            if (whole.stream().map(page -> page.document().file()).distinct().count() > 1) {
                compare(key, exports(key, whole), parts, problems);
            }
        });
        return new Older(parts, problems);
    }

    private Collection<Export> exports(EvidenceKey key, List<Ledger.Page> pages) {
        var paged = pages.stream()
                .filter(page -> !page.token().isEmpty())
                .map(Exports::series)
                .collect(Collectors.toSet());
        var exports = new TreeMap<String, Export>();
        for (var page : pages) {
            // services whose pages end without a token number them all the same
            var file = page.document().file();
            boolean numbered = file.bundle().isPresent() && Paging.isPage(file.parameter());
            var name = numbered || paged.contains(series(page))
                    ? series(page)
                    : page.document().name();
            var export = exports.computeIfAbsent(name, n -> new Export(new ArrayList<>(), new HashSet<>()));
            export.pages().add(page);
            export.told().addAll(told.getOrDefault(new Part(page.document(), key), Set.of()));
        }
        return exports.values();
    }

    private static String series(Ledger.Page page) {
        return page.document().format().operation() + " " + Paging.series(page);
    }

    private static void compare(EvidenceKey key, Collection<Export> exports, Set<Part> parts, List<Problem> problems) {
        var newestFirst = exports.stream()
                .sorted(Comparator.comparing(Export::observedAt).reversed())
                .toList();
        var counting = new ArrayList<Export>();
        for (var export : newestFirst) {
            var newer = counting.stream()
                    .filter(other -> answersAgain(key, other, export))
                    .findFirst();
            if (newer.isEmpty()) {
                counting.add(export);
                continue;
            }
            export.pages().forEach(page -> parts.add(new Part(page.document(), key)));
            var differing = new HashSet<>(export.told());
            differing.removeAll(newer.get().told());
            differing.removeIf(id -> id.startsWith(NAME));
            problems.add(new Problem(
                    export.document().name(),
                    "",
                    "It tells " + key + " of " + export.observedAt() + ", and "
                            + newer.get().document().name() + " that of "
                            + newer.get().observedAt() + ", which counts"
                            + (differing.isEmpty()
                                    ? "."
                                    : "; " + differing.size() + " entities stand in the older one only.")));
        }
    }

    /** Whether the newer export answers the question of the older one. */
    private static boolean answersAgain(EvidenceKey key, Export newer, Export older) {
        if (!newer.question().equals(older.question()) || !newer.observedAt().isAfter(older.observedAt())) {
            return false;
        }
        return key.kind().scope() != Scope.ACCOUNT || !Collections.disjoint(newer.told(), older.told());
    }
}
