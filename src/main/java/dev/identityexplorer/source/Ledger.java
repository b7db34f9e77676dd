package dev.identityexplorer.source;

import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.Evidence.State;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps account of what was seen, and says in the end how complete each piece of evidence is. */
final class Ledger {

    /** Further in the future is no inaccuracy of a clock any more. */
    private static final Duration SLIGHTLY_FAST = Duration.ofMinutes(5);

    private final Map<EvidenceKey, Entry> entries = new LinkedHashMap<>();
    private final Predicate<EvidenceKey> ignores;
    private final Instant now = Instant.now();
    private final Set<Document> early = new LinkedHashSet<>();

    /** One page of an answer: empty {@code token} if it is the last one; a part is a whole answer about a part. */
    record Page(Document document, String token, Instant observedAt, boolean part) {}

    /** An answer that proves nothing, and why. */
    private record Aside(Document document, String why, Instant observedAt) {}

    private static final class Entry {
        private final List<Page> pages = new ArrayList<>();
        private final List<Aside> asides = new ArrayList<>();
        private final Set<String> gaps = new LinkedHashSet<>();
        private final Set<Document> denied = new LinkedHashSet<>();
        private boolean seen;
        private int items;
    }

    /** @param ignores whether what the document at hand says about a key is of no account */
    Ledger(Predicate<EvidenceKey> ignores) {
        this.ignores = ignores;
    }

    private Entry entry(EvidenceKey key) {
        return ignores.test(key) ? new Entry() : entries.computeIfAbsent(key, k -> new Entry());
    }

    /** Notes a page, whether or not it has anything of this kind. */
    void page(EvidenceKey key, Document document, String token, Instant observedAt) {
        entry(key).pages.add(new Page(document, token, past(observedAt, document), false));
    }

    /** Notes an answer that shows what it holds and proves no absence; a whole answer of another call still does. */
    void aside(EvidenceKey key, Document document, String why) {
        entry(key).seen = true;
        entry(key).asides.add(new Aside(document, why, past(document.file().modified(), document)));
    }

    /** Notes an answer about a part of what the key covers: nodes of one cluster. */
    void part(EvidenceKey key, Document document, Instant observedAt) {
        entry(key).pages.add(new Page(document, "", past(observedAt, document), true));
    }

    /** AWS was asked in the past: a time to come would keep evidence fresh for too long, so that now stands for it. */
    private Instant past(Instant observedAt, Document document) {
        if (observedAt.isAfter(now.plus(SLIGHTLY_FAST))) {
            early.add(document);
        }
        return observedAt.isAfter(now) ? now : observedAt;
    }

    /** The documents whose time lies in the future. */
    Set<Document> early() {
        return early;
    }

    /** All pages, by what they tell. */
    Map<EvidenceKey, List<Page>> pages() {
        var pages = new LinkedHashMap<EvidenceKey, List<Page>>();
        entries.forEach((key, entry) -> pages.put(key, List.copyOf(entry.pages)));
        return pages;
    }

    /** Notes that the answer speaks of this kind at all: without it, pages alone are no evidence. */
    void seen(EvidenceKey key) {
        entry(key).seen = true;
    }

    void item(EvidenceKey key) {
        entry(key).seen = true;
        entry(key).items++;
    }

    /** Notes why the evidence is not complete. */
    void gap(EvidenceKey key, String sentence) {
        entry(key).seen = true;
        entry(key).gaps.add(sentence);
    }

    /** Notes that AWS answered with an error, which proves nothing. */
    void denied(EvidenceKey key, Document document) {
        entry(key).denied.add(document);
    }

    /** Whether this evidence was seen, is whole and holds nothing. */
    boolean isEmpty(EvidenceKey key) {
        var entry = entries.get(key);
        return entry != null && entry.seen && entry.items == 0 && entry.gaps.isEmpty();
    }

    /** When this evidence was seen, if it was seen as a whole. */
    Optional<Instant> completeAt(EvidenceKey key) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.seen
                        && entry.gaps.isEmpty()
                        && Paging.gaps(key, entry.pages).isEmpty())
                .flatMap(entry -> entry.pages.stream().map(Page::observedAt).min(Comparator.naturalOrder()));
    }

    /** When this evidence was seen, whole or not; the oldest of its pages. */
    Optional<Instant> observedAt(EvidenceKey key) {
        return Optional.ofNullable(entries.get(key))
                .flatMap(entry -> entry.pages.stream().map(Page::observedAt).min(Comparator.naturalOrder()));
    }

    /**
     * All evidence.
     *
     * @param doubtful kinds of evidence whose emptiness no second witness confirms
     */
    List<Evidence> evidence(Predicate<EvidenceKey> doubtful) {
        return entries.entrySet().stream()
                .filter(e -> e.getValue().seen || !e.getValue().denied.isEmpty())
                .map(e -> evidence(e.getKey(), e.getValue(), doubtful))
                .toList();
    }

    private static Evidence evidence(EvidenceKey key, Entry entry, Predicate<EvidenceKey> doubtful) {
        if (!entry.seen) {
            var document = entry.denied.iterator().next();
            boolean denied = ErrorAnswer.denies(document.error());
            return new Evidence(
                    key,
                    denied ? State.DENIED : State.PARTIAL,
                    document.file().modified().isAfter(Instant.now())
                            ? Instant.now()
                            : document.file().modified(),
                    document.name(),
                    denied
                            ? "AWS refused the call (" + document.error() + ")."
                            : "AWS answered " + document.error() + ", which proves nothing.");
        }
        if (entry.pages.isEmpty() && !entry.asides.isEmpty()) {
            var first = entry.asides.get(0);
            return new Evidence(
                    key, State.PARTIAL, first.observedAt(), first.document().name(), first.why(), toldAt(entry));
        }
        var gaps = new LinkedHashSet<>(Paging.gaps(key, entry.pages));
        gaps.addAll(entry.gaps);
        var toldAt = toldAt(entry);
        // what proves no absence does not get old
        var observedAt = (key.kind() == EvidenceKind.RESOURCE_SIGHTING
                        ? toldAt
                        : entry.pages.stream().map(Page::observedAt).min(Comparator.naturalOrder()))
                .orElse(Instant.EPOCH);
        if (!gaps.isEmpty()) {
            return new Evidence(key, State.PARTIAL, observedAt, source(entry), detail(gaps), toldAt);
        } else if (entry.items == 0 && doubtful.test(key)) {
            return new Evidence(
                    key,
                    State.EMPTY,
                    observedAt,
                    source(entry),
                    "The export lists none; one made with --filter looks the same.",
                    toldAt);
        }
        return new Evidence(key, State.COMPLETE, observedAt, source(entry), "", toldAt);
    }

    /** When the newest of all that it shows was told, whether or not that is all there is. */
    private static Optional<Instant> toldAt(Entry entry) {
        return Stream.concat(
                        entry.pages.stream().map(Page::observedAt),
                        entry.asides.stream().map(Aside::observedAt))
                .max(Comparator.naturalOrder());
    }

    private static String source(Entry entry) {
        var files = entry.pages.stream()
                .map(p -> p.document().name())
                .distinct()
                .sorted()
                .toList();
        return files.isEmpty()
                ? ""
                : files.size() == 1 ? files.get(0) : files.get(0) + " and " + (files.size() - 1) + " more";
    }

    private static String detail(Set<String> gaps) {
        var more = gaps.size() > 3 ? " And " + (gaps.size() - 3) + " more." : "";
        return gaps.stream().limit(3).collect(Collectors.joining(" ")) + more;
    }
}
