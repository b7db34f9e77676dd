package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.model.EvidenceKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Reads every {@code list-*}, {@code describe-*} and {@code get-*} of the services that the table {@code
 * aws/inventories.json} has: which key holds the list, where identifier and name stand, and what a file proves.
 */
final class InventoryAnswers {

    private final Map<Inventory, Inventory.Call> calls;

    private InventoryAnswers(Map<Inventory, Inventory.Call> calls) {
        this.calls = calls;
    }

    static List<Format> formats() {
        return Resources.INVENTORIES.operations().entrySet().stream()
                .map(e -> new InventoryAnswers(e.getValue()).format(e.getKey()))
                .toList();
    }

    private Format format(String operation) {
        var keys = calls.values().stream().map(InventoryAnswers::topKey).collect(Collectors.toUnmodifiableSet());
        return new Format(operation, keys, 3, shape -> false, shape -> true, this::read, this::coverage);
    }

    /** The key of the answer that holds the records; of a record without a list, the first key of its identifier. */
    private static String topKey(Inventory.Call call) {
        var path = call.list().isEmpty() ? call.shows().orElse(call.id()) : call.list();
        return path.split("\\.")[0];
    }

    private List<EvidenceKey> coverage(Document document, Reading reading) {
        return calls.entrySet().stream()
                .filter(e -> !e.getValue().one())
                .flatMap(e -> key(e.getKey(), e.getValue(), document).stream())
                .toList();
    }

    /** What a file at this path is evidence of; empty where the path does not say the region or the part. */
    static Optional<EvidenceKey> key(Inventory type, Inventory.Call call, Document document) {
        var region = type.global() || call.everywhere() ? Inventory.GLOBAL : region(document);
        var part =
                call.part().map(fact -> "?" + fact + "=" + document.parameter()).orElse("");
        if (region.equals(Inventory.GLOBAL) && !type.global() && !call.everywhere() || part.endsWith("=")) {
            return Optional.empty();
        }
        return Optional.of(
                call.one()
                        ? EvidenceKey.sighting(type.type(), region)
                        : EvidenceKey.inventory(type.type() + part, region));
    }

    static String region(Document document) {
        return document.file().bundle().map(BundlePath::region).orElse(Inventory.GLOBAL);
    }

    private void read(Document document, JsonFile json, Reading reading) {
        var paging = new Paging();
        var answer = Json.MAPPER.createObjectNode();
        var told = new HashSet<Inventory>();
        var records = new AtomicInteger();
        boolean single = calls.values().stream().anyMatch(call -> call.list().isEmpty());
        while (json.nextKey()) {
            var key = json.key();
            if (single) {
                answer.set(key, json.value());
            } else if (Misplaced.narrows(key)) {
                var value = json.value();
                if (!value.isNull() && !value.asText().isEmpty()) {
                    calls.forEach((type, call) -> key(type, call, document)
                            .ifPresent(evidence -> reading.ledger()
                                    .gap(
                                            evidence,
                                            document.name() + " lists those alone whose " + key + " is "
                                                    + value.asText() + ".")));
                }
            } else if (Paging.isKey(key)) {
                paging.see(key, json.value());
            } else {
                var holding = calls.entrySet().stream()
                        .filter(e -> topKey(e.getValue()).equals(key))
                        .toList();
                holding.forEach(e -> key(e.getKey(), e.getValue(), document)
                        .ifPresentOrElse(
                                evidence -> answered(e.getKey(), e.getValue(), evidence, document, reading),
                                () -> reading.problem(
                                        document,
                                        key,
                                        "Its path does not say the region or the part that it is about, so it proves"
                                                + " nothing of " + e.getKey().type() + ".")));
                if (!holding.isEmpty()) {
                    json.elements((node, i) -> {
                        if (i < 0) {
                            node.properties().stream()
                                    .filter(p -> Paging.isKey(p.getKey()))
                                    .forEach(p -> paging.see(p.getKey(), p.getValue()));
                        }
                        holding.forEach(e -> element(node, i, e.getKey(), e.getValue(), document, reading));
                        holding.stream()
                                .filter(e -> Misplaced.isOwn(node, reading))
                                .forEach(e -> told.add(e.getKey()));
                        records.incrementAndGet();
                    });
                }
            }
        }
        if (single) {
            calls.forEach((type, call) -> single(answer, type, call, document, reading));
        }
        calls.forEach((type, call) -> key(type, call, document)
                .filter(evidence -> call.setting() && !single && !told.contains(type))
                .ifPresent(evidence ->
                        reading.ledger().gap(evidence, document.name() + " does not tell the account's setting.")));
        calls.forEach((type, call) -> key(type, call, document)
                .filter(evidence ->
                        call.most().filter(most -> records.get() >= most).isPresent())
                .ifPresent(evidence -> reading.ledger()
                        .gap(
                                evidence,
                                "AWS lists " + records + " at most in " + document.name()
                                        + ", and does not say whether there are more.")));
        calls.forEach((type, call) -> key(type, call, document)
                .ifPresent(evidence -> page(type, call, evidence, paging.token(), document, reading)));
    }

    private static void answered(
            Inventory type, Inventory.Call call, EvidenceKey evidence, Document document, Reading reading) {
        reading.ledger().seen(evidence);
        if (call.everywhere() && !Misplaced.isOfAllRegions(region(document))) {
            reading.ledger()
                    .gap(
                            evidence,
                            document.name()
                                    + " stands in the folder of one Region, so that it need not be the list of all; a"
                                    + " whole list stands in global/.");
        }
        var parameter = document.parameter();
        if (type.within().isEmpty()) {
            reading.resources().nested().listed(evidence, document);
            boolean parted = call.one() || call.part().isPresent();
            if (!parted && !parameter.isEmpty() && !Paging.isPage(parameter)) {
                reading.ledger()
                        .gap(
                                evidence,
                                document.name() + " is about '" + parameter
                                        + "', so that it need not list the others; a whole list is "
                                        + document.format().operation() + ".json.");
            }
        } else if (!call.one()) {
            reading.resources()
                    .nested()
                    .answered(
                            evidence,
                            document,
                            parameter.isEmpty()
                                    ? call.unnamed().stream().collect(Collectors.toSet())
                                    : Set.of(parameter));
        }
    }

    private static void page(
            Inventory type,
            Inventory.Call call,
            EvidenceKey evidence,
            String token,
            Document document,
            Reading reading) {
        if (call.one()) {
            // about one resource: what another file says of another one is no newer answer to the same question
            reading.ledger().part(evidence, document, document.file().modified());
        } else if (type.within().isEmpty()) {
            reading.ledger().page(evidence, document, token, document.file().modified());
        } else if (!token.isEmpty()) {
            reading.ledger().gap(evidence, "More pages exist: " + document.name() + " still has a " + token + ".");
        }
    }

    private static void single(
            ObjectNode answer, Inventory type, Inventory.Call call, Document document, Reading reading) {
        key(type, call, document).ifPresent(evidence -> {
            reading.ledger().seen(evidence);
            if (call.sole().isEmpty()) {
                record(answer, type, call, evidence, document, reading);
                return;
            }
            var whole = Arrays.stream(call.sole().get().split(",")).allMatch(field -> Fields.has(answer, field));
            if (whole) {
                // what the answer says of itself counts more than the name of its file
                var name = call.id().isEmpty() ? document.parameter() : Fields.text(answer, call.id());
                reading.resources().nested().answered(evidence, document, Set.of(name));
            } else {
                reading.ledger()
                        .gap(
                                evidence,
                                document.name() + " lacks " + call.sole().get()
                                        + ", so that it is not the whole answer.");
            }
            if (type.roles().stream().anyMatch(field -> Fields.has(answer, field))) {
                record(answer, type, call, evidence, document, reading);
            }
        });
    }

    /** One element of the list, or, with index -1, what stands in the list's place. */
    private static void element(
            JsonNode node, int index, Inventory type, Inventory.Call call, Document document, Reading reading) {
        var path = call.list().contains(".") ? call.list().substring(call.list().indexOf('.') + 1) : "";
        key(type, call, document).ifPresent(evidence -> {
            if (!tells(node, path)) {
                reading.ledger()
                        .gap(
                                evidence,
                                document.name() + ", " + call.list() + (index < 0 ? "" : "[" + index + "]")
                                        + ", cannot be read.");
            }
            Fields.at(node, path).forEach(record -> record(record, type, call, evidence, document, reading));
        });
    }

    /**
     * Whether it says what it holds. Answers in XML leave an empty list out, beside a {@code Quantity} of 0; see
     * <a href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionList.html">DistributionList</a>.
     */
    private static boolean tells(JsonNode node, String path) {
        return path.isEmpty()
                ? !node.isNull() && !node.isArray()
                : Fields.has(node, path) || Fields.text(node, "Quantity").equals("0");
    }

    /** What it is called: in the record, or in the name of the file where the answer does not repeat what was asked. */
    private static String identifier(JsonNode record, Inventory type, Inventory.Call call, Document document) {
        if (record.isTextual()) {
            return record.asText();
        } else if (call.setting() && call.id().isEmpty()) {
            return type.type().substring(type.type().lastIndexOf(':') + 1);
        }
        return call.id().isEmpty()
                ? call.shows().map(key -> document.parameter()).orElse("")
                : Fields.text(record, call.id());
    }

    private static void record(
            JsonNode record,
            Inventory type,
            Inventory.Call call,
            EvidenceKey evidence,
            Document document,
            Reading reading) {
        if (call.gone().filter(match -> Fields.matches(record, match)).isPresent()
                || call.except().filter(match -> Fields.matches(record, match)).isPresent()
                || call.only()
                        .filter(match -> !Fields.text(record, match.field()).isEmpty())
                        .filter(match -> !Fields.matches(record, match))
                        .isPresent()) {
            return;
        }
        if (call.setting() && !Misplaced.isOwn(record, reading)) {
            return;
        }
        Misplaced.why(record, type, call, document)
                .ifPresent(why -> reading.ledger().gap(evidence, why));
        var identifier = identifier(record, type, call, document);
        if (identifier.isEmpty()) {
            reading.ledger().gap(evidence, document.name() + " has a record without " + call.id() + ".");
            return;
        }
        boolean ambiguous = type.within().isPresent()
                && (call.local() || !identifier.startsWith("arn:"))
                && !call.one()
                && call.sole().isEmpty();
        reading.resources()
                .add(
                        new ResourceRecord(
                                Resources.type(type.type()),
                                evidence,
                                ambiguous ? document.parameter() + "|" + identifier : identifier,
                                call.name().isEmpty() ? "" : Fields.text(record, call.name()),
                                evidence.region(),
                                record,
                                call.whole(),
                                call.local()),
                        List.of());
    }
}
