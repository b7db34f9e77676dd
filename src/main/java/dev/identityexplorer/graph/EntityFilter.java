package dev.identityexplorer.graph;

import dev.identityexplorer.model.EntityKind;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entities a list shall hold. Empty texts and lists let everything through.
 *
 * @param q a part of a name, or the start of an id
 * @param kinds most specific labels, or wider ones such as {@code Credential}
 * @param tags key and value; an empty value means any
 */
public record EntityFilter(
        String q,
        List<String> kinds,
        List<String> accounts,
        String service,
        List<TagFilter> tags,
        String lacksTag,
        List<String> verdicts,
        List<String> impacts,
        Optional<ZonedDateTime> unusedSince) {

    /** A tag that has to be there. */
    public record TagFilter(String key, Optional<String> value) {}

    /** What AWS lets a customer tag within IAM. */
    static final List<String> TAGGABLE = List.of(
            "User", "Role", "CustomerManaged", "InstanceProfile", "SamlProvider", "OidcProvider", "ServerCertificate");

    /**
     * What has no ARN of its own, so that nothing tags it.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html">Tags for AWS IAM resources</a>
     */
    private static final Set<String> NEVER_TAGGED = Set.of(
            "AccessKey",
            "LoginProfile",
            "InlinePolicy",
            "PolicyVersion",
            "SigningCertificate",
            "SshPublicKey",
            "ServiceSpecificCredential");

    private static final Set<String> ROLES = Set.of("Role", "ServiceLinkedRole");

    /** The labels, so that the first one that a node has is its kind. */
    static final List<String> KIND_ORDER = Arrays.stream(EntityKind.values())
            .sorted(Comparator.comparingInt((EntityKind kind) -> kind.labels().size())
                    .reversed())
            .map(EntityKind::label)
            .toList();

    public EntityFilter {
        kinds = kinds.isEmpty() && !lacksTag.isEmpty() ? TAGGABLE : List.copyOf(kinds);
        accounts = List.copyOf(accounts);
        tags = List.copyOf(tags);
        verdicts = List.copyOf(verdicts);
        impacts = List.copyOf(impacts);
    }

    /** Whether kind, account, verdict and impact alone decide, so that counts are known. */
    boolean plain() {
        return q.isEmpty() && service.isEmpty() && tags.isEmpty() && lacksTag.isEmpty() && unusedSince.isEmpty();
    }

    /** Whether the list is of what accounts own, rather than of all there is. */
    boolean owned() {
        return q.isEmpty() && kinds.isEmpty();
    }

    boolean matches(Counts.Cell cell) {
        return (!owned() || cell.owned())
                && ofKind(cell)
                && admits(cell.kind())
                && (accounts.isEmpty() || accounts.contains(cell.accountId()))
                && (verdicts.isEmpty() || verdicts.contains(cell.verdict()))
                && (impacts.isEmpty() || impacts.contains(cell.impact()));
    }

    boolean ofKind(Counts.Cell cell) {
        return kinds.isEmpty() || asks(cell.kind(), cell.labels());
    }

    private boolean asks(String kind, Collection<String> labels) {
        return kinds.stream().anyMatch(labels::contains)
                && (!kind.equals("ServiceLinkedRole")
                        || kinds.stream().anyMatch(Set.of("ServiceLinkedRole", "Principal", "Entity")::contains));
    }

    /** Whether something of this kind can be in the list, as far as what lists ask beside counts tells. */
    boolean admits(String kind) {
        return (tags.isEmpty() || !NEVER_TAGGED.contains(kind))
                && (service.isEmpty() || ROLES.contains(kind))
                && (unusedSince.isEmpty() || ROLES.contains(kind) || kind.equals("User") || kind.equals("AccessKey"));
    }

    /** The same with one value of {@code column}, one of {@link Run#COLUMNS}; an empty value means that there is none. */
    EntityFilter only(String column, String value) {
        var one = List.of(value);
        return new EntityFilter(
                q,
                column.equals("kind") ? one : kinds,
                column.equals("accountId") ? one : accounts,
                service,
                tags,
                lacksTag,
                column.equals("verdict") ? one : verdicts,
                column.equals("impact") ? one : impacts,
                unusedSince);
    }

    /** What {@code cypher/answer/entities.cypher} knows as {@code $filter}. */
    Map<String, @Nullable Object> toMap() {
        var map = new HashMap<String, @Nullable Object>();
        map.put("kinds", kinds);
        map.put("accounts", accounts);
        map.put("service", service);
        map.put("tags", tags.stream().map(EntityFilter::tag).toList());
        map.put("lacksTag", lacksTag);
        map.put("verdicts", verdicts);
        map.put("impacts", impacts);
        map.put("unusedSince", unusedSince.orElse(null));
        map.put("owned", owned());
        map.put("q", text());
        map.put("id", q);
        return map;
    }

    /** What is searched, as {@code searchText} holds it. */
    String text() {
        return q.toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> tag(TagFilter tag) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("key", tag.key());
        map.put("value", tag.value().orElse(null));
        return map;
    }
}
