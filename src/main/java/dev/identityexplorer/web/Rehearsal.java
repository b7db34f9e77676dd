package dev.identityexplorer.web;

import dev.identityexplorer.deletion.DeletionException;
import dev.identityexplorer.deletion.Deletions;
import dev.identityexplorer.graph.Entities;
import dev.identityexplorer.graph.EntityDetails;
import dev.identityexplorer.graph.EntityFilter;
import dev.identityexplorer.graph.EntityFilter.TagFilter;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Neighbourhood;
import dev.identityexplorer.graph.Overview;
import dev.identityexplorer.graph.ServiceDetails;
import dev.identityexplorer.graph.Tags;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Asks what the pages ask, once after a start and in the background: the database plans a statement when it is asked for the
 * first time, which takes up to a second, and somebody would wait for it. What lists keep is computed with it.
 */
record Rehearsal(
        Overview overview,
        Entities entities,
        EntityDetails details,
        Identities identities,
        Deletions deletions,
        Neighbourhood neighbourhood,
        Tags tags,
        ServiceDetails services) {

    private static final int PAGE = 50;

    /** As many as the search field shows. */
    private static final int FOUND = 12;

    private static final EntityFilter EVERYTHING = of("", List.of(), List.of());

    private static final List<String> KINDS =
            List.of("Role", "User", "ServiceLinkedRole", "CustomerManaged", "Group", "InlinePolicy", "AccessKey");

    void run() {
        list(EVERYTHING, "");
        KINDS.forEach(this::kind);
        search("a");
        searchTags();
        list(judged("", List.of("BLOCKED"), Optional.empty()), "");
        overview.services(overview.stamp(), "").stream()
                .filter(service -> SummaryResource.number(service, "roles") > 0)
                .map(service -> String.valueOf(service.get("id")))
                .findFirst()
                .ifPresent(this::service);
        var quarter =
                ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).minusDays(90);
        list(judged("", List.of(), Optional.of(quarter)), "");
        for (var column : List.of("lastUsed", "createDate", "verdict")) {
            list(EVERYTHING, column);
        }
    }

    private static EntityFilter of(String text, List<String> kinds, List<String> accounts) {
        return new EntityFilter(text, kinds, accounts, "", List.of(), "", List.of(), List.of(), Optional.empty());
    }

    private static EntityFilter tagged(List<TagFilter> tags, String lacksTag) {
        return new EntityFilter("", List.of(), List.of(), "", tags, lacksTag, List.of(), List.of(), Optional.empty());
    }

    private static EntityFilter judged(String service, List<String> verdicts, Optional<ZonedDateTime> unusedSince) {
        return new EntityFilter("", List.of(), List.of(), service, List.of(), "", verdicts, List.of(), unusedSince);
    }

    private Optional<String> list(EntityFilter filter, String column) {
        boolean descending = column.equals("lastUsed");
        return entities.page(filter, column, descending, Entities.Place.START, PAGE).items().stream()
                .map(row -> String.valueOf(row.get("id")))
                .findFirst();
    }

    /** The list of a kind, that of it in an account, and the page of the first one. */
    private void kind(String kind) {
        list(of("", List.of(kind), List.of()), "").ifPresent(id -> {
            details.of(id)
                    .map(entity -> entity.get("accountId"))
                    .ifPresent(account -> list(of("", List.of(kind), List.of(account.toString())), ""));
            identities.ownership(id);
            neighbourhood.around(id, new Neighbourhood.Extent(1, List.of(), List.of(), FOUND, 300));
            try {
                deletions.answers(identities, List.of(id), Deletions.DEFAULT_MAX_AGE);
            } catch (DeletionException e) {
                // an import took it away meanwhile
            }
            search(id);
            search(id.substring(id.lastIndexOf('/') + 1));
        });
    }

    private void search(String text) {
        entities.page(of(text, List.of(), List.of()), "", false, Entities.Place.START, FOUND);
    }

    private void searchTags() {
        overview.tagKeys(overview.stamp()).stream()
                .map(row -> String.valueOf(row.get("key")))
                .findFirst()
                .ifPresent(key -> {
                    list(tagged(List.of(new TagFilter(key, Optional.empty())), ""), "");
                    list(tagged(List.of(), key), "");
                    tags.of(key, "", 0, PAGE);
                });
    }

    private void service(String id) {
        services.of(id, "");
        list(judged(id, List.of(), Optional.empty()), "");
    }
}
