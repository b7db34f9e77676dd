package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What AWS answered to the deletion of a service-linked role. A failed task may come without reason or without usage
 * list. See
 * <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLinkedRoleDeletionStatus.html">GetServiceLinkedRoleDeletionStatus</a>.
 */
final class DeletionStatus {

    private static final Set<String> STATUS = Set.of("SUCCEEDED", "IN_PROGRESS", "FAILED", "NOT_STARTED");

    private final Document document;
    private final Reading reading;
    private String status = "";
    private String reason = "";
    private String taskId = "";
    private JsonNode usage = MissingNode.getInstance();

    private DeletionStatus(Document document, Reading reading) {
        this.document = document;
        this.reading = reading;
    }

    static List<Format> formats() {
        return List.of(
                new Format(
                        "iam-get-service-linked-role-deletion-status",
                        Set.of("Status"),
                        2,
                        shape -> STATUS.contains(shape.status()) && shape.hasOnly("Status", "Reason", "DeletionTaskId"),
                        shape -> true,
                        (document, json, reading) -> new DeletionStatus(document, reading).read(json),
                        (document, reading) -> DeletionSubject.of(document, document.parameter(), "", reading)
                                .map(role -> List.of(EvidenceKey.of(EvidenceKind.DELETION_TASK, role.id())))
                                .orElse(List.of())),
                new Format(
                        "iam-delete-service-linked-role",
                        Set.of("DeletionTaskId"),
                        1,
                        shape -> shape.has("DeletionTaskId") && shape.hasOnly("DeletionTaskId"),
                        shape -> true,
                        DeletionStatus::started,
                        (document, reading) -> List.of()));
    }

    /** The answer to the deletion itself, which may stand before the status in one file. */
    private static void started(Document document, JsonFile json, Reading reading) {
        while (json.nextKey()) {
            if (json.key().equals("DeletionTaskId")) {
                reading.deletionTask(document.file(), json.text());
            }
        }
    }

    private void read(JsonFile json) {
        taskId = reading.deletionTask(document.file());
        while (json.nextKey()) {
            switch (json.key()) {
                case "Status" -> status = json.text();
                case "DeletionTaskId" -> taskId = json.text();
                case "Reason" -> {
                    var value = json.value();
                    reason = value.isTextual() ? value.asText() : Json.text(value, "Reason");
                    usage = value.path("RoleUsageList");
                }
                default -> {}
            }
        }
        if (DeletionSubject.isTask(document.parameter())) {
            taskId = document.parameter();
        }
        DeletionSubject.of(document, taskId, reason, reading)
                .ifPresentOrElse(
                        this::task,
                        () -> reading.problem(
                                document,
                                "",
                                "It does not say which role was to be deleted; name the file after the deletion task,"
                                        + " percent-encoded."));
    }

    private void task(EntityRef role) {
        var key = EvidenceKey.of(EvidenceKind.DELETION_TASK, role.id());
        var used = new ArrayList<String>();
        for (var entry : usage.isArray() ? usage : List.of(usage)) {
            var region = Json.text(entry, "Region");
            entry.path("Resources").forEach(resource -> {
                used.add(region + ": " + resource.asText());
                reading.add(resource(region, resource.asText(), role, key));
            });
            if (entry.isObject() && entry.path("Resources").isEmpty()) {
                used.add(region + ": (AWS names no resources)");
            }
        }
        var observed = document.file().modified();
        var facts = new Facts(MissingNode.getInstance()).put("status", status).put("observedAt", Dates.utc(observed));
        if (!reason.isEmpty()) {
            facts.put("reason", reason);
        }
        if (!used.isEmpty()) {
            facts.put("usage", List.copyOf(used));
        }
        var file = document.file().path().getFileName();
        var id = taskId.isEmpty() ? role.id() + "/deletion-task/" + file : reading.account() + "/" + taskId;
        reading.ledger().item(key);
        reading.ledger().page(key, document, "", observed);
        reading.add(new Entity(
                EntityKind.DELETION_TASK,
                id,
                taskId.isEmpty() ? "deletion of " + role.name() : taskId.substring(taskId.lastIndexOf('/') + 1),
                key,
                facts.map(),
                List.of(Relationship.of(RelationshipType.REPORTS_ON, role))));
    }

    /** A resource that keeps the role in use; its own ARN's region counts more than the region of the usage entry. */
    private Entity resource(String region, String text, EntityRef role, EvidenceKey key) {
        var arn = Arn.tryParse(text);
        var type = Resources.typeOf(text);
        boolean global = type.map(Resources::type).map(Inventory::global).orElse(false);
        var place = global
                ? Inventory.GLOBAL
                : arn.map(Arn::region).filter(r -> !r.isEmpty()).orElse(region);
        var facts = new Facts(MissingNode.getInstance());
        if (!place.isEmpty()) {
            facts.put("region", place);
        }
        type.ifPresent(name -> facts.put("resourceType", name));
        return new Entity(
                EntityKind.RESOURCE,
                arn.isPresent() ? text : reading.account() + "/" + place + "/resource/" + text,
                arn.map(Arn::shownName).orElse(text),
                key,
                facts.map(),
                List.of(Relationship.of(RelationshipType.USES, role)));
    }
}
