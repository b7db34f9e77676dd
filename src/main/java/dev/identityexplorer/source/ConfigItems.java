package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Configuration items of AWS Config: snapshots and history files, single items and lists of them, {@code
 * batch-get-resource-config}, {@code select-resource-config} and its aggregate form (items as JSON within texts), {@code
 * list-discovered-resources}.
 *
 * <p>They prove presence only: a recorder need not record a type, may have been stopped, and does not support every type
 * in every Region. See
 * <a href="https://docs.aws.amazon.com/config/latest/developerguide/config-item-table.html">configuration items</a>.
 */
final class ConfigItems {

    /** How the operations begin whose items say themselves whose they are. */
    static final String ITEMS = "configservice-s";

    private static final Pattern TIME = Pattern.compile("_(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z_");
    private static final Map<String, String> IDENTITIES = Map.of(
            "AWS::IAM::Role", "role",
            "AWS::IAM::User", "user",
            "AWS::IAM::InstanceProfile", "instance-profile");

    private final Document document;
    private final Reading reading;
    private final Instant observedAt;
    private boolean wholeSnapshot;

    private ConfigItems(Document document, Reading reading) {
        this.document = document;
        this.reading = reading;
        this.observedAt = observedAt(document);
    }

    static List<Format> formats() {
        return List.of(
                new Format(
                        "configservice-single-item",
                        Set.of("configurationItemStatus"),
                        3,
                        shape -> shape.has("configurationItemStatus") && shape.has("resourceType"),
                        shape -> true,
                        (document, json, reading) -> new ConfigItems(document, reading).read(json),
                        (document, reading) -> List.of()),
                format(
                        "configservice-batch-get-resource-config",
                        "baseConfigurationItems",
                        shape -> shape.has("baseConfigurationItems")),
                format("configservice-snapshot", "configurationItems", shape -> shape.has("configurationItems")),
                format(
                        "configservice-select-resource-config",
                        "Results",
                        shape -> shape.has("Results") && shape.has("QueryInfo")),
                format("configservice-select-aggregate-resource-config", "Results", shape -> false),
                format(
                        "configservice-list-discovered-resources",
                        "resourceIdentifiers",
                        shape -> shape.has("resourceIdentifiers") && shape.hasElement("resourceType")));
    }

    private static Format format(String operation, String list, java.util.function.Predicate<Shape> byContent) {
        return new Format(
                operation,
                Set.of(list),
                3,
                byContent,
                shape -> true,
                (document, json, reading) -> new ConfigItems(document, reading).read(json, list),
                (document, reading) -> List.of());
    }

    /** When the snapshot was made, as S3 names it; else when the file last changed. */
    private static Instant observedAt(Document document) {
        var name = TIME.matcher(document.name());
        return name.find()
                ? ZonedDateTime.parse(name.replaceAll("_$1-$2-$3T$4:$5:$6Z_")
                                .replaceFirst(".*_(\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z)_.*", "$1"))
                        .toInstant()
                : document.file().modified();
    }

    /** A document that is an item itself. */
    private void read(JsonFile json) {
        var item = Json.MAPPER.createObjectNode();
        while (json.nextKey()) {
            item.set(json.key(), json.value());
        }
        var newest = new LinkedHashMap<String, JsonNode>();
        item(item, "", false, newest);
        newest.values().forEach(this::add);
    }

    private void read(JsonFile json, String list) {
        var newest = new LinkedHashMap<String, JsonNode>();
        while (json.nextKey()) {
            if (json.key().equals("configSnapshotId")) {
                wholeSnapshot = true;
            } else if (json.key().equals(list)) {
                boolean streamed = wholeSnapshot;
                json.elements((node, i) -> item(node, list + "[" + i + "]", streamed, newest));
            }
        }
        newest.values().forEach(this::add);
    }

    /** A snapshot has each resource once; a history has every state that one was in. */
    private void item(JsonNode node, String position, boolean streamed, Map<String, JsonNode> newest) {
        var item = node.isTextual() ? JsonFile.parse(node.asText()).orElse(node) : node;
        if (!item.isObject() || Json.text(item, "resourceType").isEmpty()) {
            reading.problem(document, position, "It is no configuration item with a resourceType.");
        } else if (streamed) {
            add(item);
        } else {
            newest.merge(
                    Json.text(item, "resourceType") + " " + region(item) + " " + Json.text(item, "resourceId")
                            + Json.text(item, "accountId"),
                    item,
                    (a, b) -> time(b).compareTo(time(a)) >= 0 ? b : a);
        }
    }

    private static Instant time(JsonNode item) {
        return Dates.parse(item.path("configurationItemCaptureTime"))
                .map(ZonedDateTime::toInstant)
                .orElse(Instant.MIN);
    }

    private String region(JsonNode item) {
        var region = Json.text(item, "awsRegion");
        return region.isEmpty() ? InventoryAnswers.region(document) : region;
    }

    private void add(JsonNode item) {
        var account = Json.text(item, "accountId");
        boolean gone = Json.text(item, "configurationItemStatus").startsWith("ResourceDeleted")
                || item.hasNonNull("resourceDeletionTime");
        if (gone || !account.isEmpty() && !account.equals(reading.account().accountId())) {
            return;
        }
        var arn = Fields.text(item, "arn");
        var type = Resources.type(Json.text(item, "resourceType"), arn);
        var region = type.global() ? dev.identityexplorer.catalogue.Inventory.GLOBAL : region(item);
        var key = wholeSnapshot ? EvidenceKey.snapshot(type.type(), region) : EvidenceKey.sighting(type.type(), region);
        var configuration = item.path("configuration");
        var record = configuration.isTextual()
                ? JsonFile.parse(configuration.asText()).orElse(configuration)
                : configuration;
        // a history file tells what changed in six hours; one of later hours does not stand in for it
        if (wholeSnapshot) {
            reading.ledger().page(key, document, "", observedAt);
        } else {
            reading.ledger().part(key, document, observedAt);
        }
        reading.resources()
                .add(
                        new ResourceRecord(
                                type,
                                key,
                                arn.isEmpty() ? Json.text(item, "resourceId") : arn,
                                Json.text(item, "resourceName"),
                                region,
                                record,
                                record.isObject() && !record.isEmpty(),
                                false),
                        relationships(item),
                        observedAt);
    }

    private List<Relationship> relationships(JsonNode item) {
        var relationships = new ArrayList<Relationship>();
        for (var related : item.path("relationships")) {
            identity(related).ifPresent(ref -> relationships.add(Relationship.of(RelationshipType.USES, ref)));
        }
        var tags = item.path("tags");
        if (tags.isObject()) {
            tags.properties()
                    .forEach(tag -> relationships.add(Relationship.of(
                            RelationshipType.TAGGED,
                            Refs.tag(tag.getKey(), tag.getValue().asText()))));
        }
        return relationships;
    }

    /** A role, user or instance profile that AWS Config names by ARN, by the id that IAM made, or by name. */
    private Optional<EntityRef> identity(JsonNode related) {
        var type = IDENTITIES.get(Json.text(related, "resourceType"));
        if (type == null) {
            return Optional.empty();
        }
        var id = Json.text(related, "resourceId");
        var name = Json.text(related, "resourceName");
        return Arn.tryParse(id)
                .or(() -> Arn.tryParse(name))
                .map(Refs::entity)
                .or(() -> reading.names().withUniqueId(id))
                .or(() -> reading.names().find(type, name))
                .or(() -> reading.names().find(type, id));
    }
}
