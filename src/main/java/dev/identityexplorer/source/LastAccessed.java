package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code get-service-last-accessed-details}: when an identity last used which service. The path names the identity by
 * its ARN, or a job, and then the identity is the one that the answer says authenticated. See
 * <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html">GetServiceLastAccessedDetails</a>.
 */
final class LastAccessed {

    private LastAccessed() {}

    static List<Format> formats() {
        return List.of(new Format(
                "iam-get-service-last-accessed-details",
                Set.of("ServicesLastAccessed"),
                3,
                shape -> shape.has("ServicesLastAccessed") && shape.has("JobStatus"),
                shape -> true,
                LastAccessed::read,
                (document, reading) -> Arn.tryParse(document.parameter())
                        .map(arn -> List.of(EvidenceKey.of(EvidenceKind.LAST_ACCESSED, arn.toString())))
                        .orElse(List.of())));
    }

    private static void read(Document document, JsonFile json, Reading reading) {
        var paging = new Paging();
        var services = new ArrayList<JsonNode>();
        var status = "";
        var completed = document.file().modified();
        while (json.nextKey()) {
            switch (json.key()) {
                case "ServicesLastAccessed" -> json.elements((node, i) -> services.add(node));
                case "JobStatus" -> status = json.text();
                case "JobCompletionDate" ->
                    completed = Dates.parse(json.value())
                            .map(ZonedDateTime::toInstant)
                            .orElse(completed);
                default -> {
                    if (Paging.isKey(json.key())) {
                        paging.see(json.key(), json.value());
                    }
                }
            }
        }
        var subject = subject(document, services);
        if (subject.isEmpty() || !status.equals("COMPLETED")) {
            reading.problem(
                    document,
                    "",
                    subject.isEmpty()
                            ? "It does not say whose it is; name the file after the ARN, percent-encoded."
                            : "The job had not ended, so it proves nothing.");
            return;
        }
        var ref = subject.get();
        var key = EvidenceKey.of(EvidenceKind.LAST_ACCESSED, ref.id());
        reading.ledger().item(key);
        reading.ledger().page(key, document, paging.token(), completed);
        reading.add(new Entity(ref.kind(), ref.id(), ref.name(), key, facts(services), List.of()));
    }

    private static Optional<EntityRef> subject(Document document, List<JsonNode> services) {
        var named = new TreeSet<String>();
        services.forEach(service -> named.add(Json.text(service, "LastAuthenticatedEntity")));
        named.remove("");
        return Arn.tryParse(document.parameter())
                .or(() -> named.size() == 1 ? Arn.tryParse(named.first()) : Optional.empty())
                .filter(arn -> arn.service().equals("iam"))
                .map(Refs::entity);
    }

    private static Map<String, Object> facts(List<JsonNode> services) {
        var facts = new Facts(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
        var used = new TreeSet<String>();
        services.stream()
                .flatMap(service -> Dates.parse(service.path("LastAuthenticated")).stream()
                        .peek(at -> used.add(Json.text(service, "ServiceNamespace"))))
                .max(ZonedDateTime::compareTo)
                .ifPresent(at -> facts.put("lastAuthenticated", at));
        if (!used.isEmpty()) {
            facts.put("servicesUsed", List.copyOf(used));
        }
        return facts.map();
    }
}
