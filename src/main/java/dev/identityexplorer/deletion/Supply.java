package dev.identityexplorer.deletion;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.EvidenceCommand;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.catalogue.Partition;
import dev.identityexplorer.deletion.EvidenceCheck.Outcome;
import dev.identityexplorer.graph.AccountEvidence;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EvidenceKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** Gaps with the command that closes each. */
final class Supply {

    static final Outcome NOTHING = new Outcome(Outcome.State.MISSING, Optional.empty());
    static final Outcome PARTIAL = new Outcome(Outcome.State.PARTIAL, Optional.empty());

    /** Of a deletion that AWS has not decided on; where none was asked for, there is no task to look at. */
    private static final String TASK = "deletionTaskId";

    private final Catalogue catalogue;
    private final boolean commands;

    /** @param commands whether anybody will read the commands; judging a whole account needs none */
    Supply(Catalogue catalogue, boolean commands) {
        this.catalogue = catalogue;
        this.commands = commands;
    }

    Gap gap(EvidenceKind kind, Facts facts, Outcome outcome, String purpose) {
        return gap(
                kind,
                facts,
                outcome,
                purpose,
                outcome.seen().map(AccountEvidence.Seen::detail).orElse(""));
    }

    Gap gap(EvidenceKind kind, Facts facts, Outcome outcome, String purpose, String detail) {
        var command = command(kind, facts, outcome);
        return new Gap(
                kind.word(),
                Optional.empty(),
                Optional.empty(),
                outcome.state().word(),
                purpose,
                detail,
                command.map(c -> c.command().fill(name -> value(name, facts).map(Shell::quote))),
                command.map(c -> c.file().fill(name -> value(name, facts).map(Supply::fileName))));
    }

    Gap inventoryGap(String type, String region, Facts facts, Outcome outcome, String purpose) {
        return inventoryGap(
                type,
                region,
                facts,
                outcome,
                purpose,
                outcome.seen()
                        .map(AccountEvidence.Seen::detail)
                        .filter(detail -> !detail.isEmpty())
                        .orElseGet(() -> asOldAsHolders(type, outcome)));
    }

    /** To ask anew for what one holds makes nothing newer where nobody listed the holders anew. */
    private String asOldAsHolders(String type, Outcome outcome) {
        return outcome.state() == Outcome.State.STALE
                ? catalogue
                        .inventories()
                        .of(type)
                        .within()
                        .map(holder -> "It counts as old as the list of " + holder + " is; list those anew, too.")
                        .orElse("")
                : "";
    }

    /** The same, with a sentence that says what is missing. */
    Gap inventoryGap(String type, String region, Facts facts, Outcome outcome, String purpose, String detail) {
        var command = commands ? catalogue.inventoryCommand(type) : Optional.<EvidenceCommand>empty();
        Function<String, Optional<String>> values = name -> switch (name) {
            case "resourceType" -> Optional.of(type);
            case "region" -> Optional.of(callIn(region, facts));
            default -> value(name, facts);
        };
        Function<String, Optional<String>> files =
                name -> name.equals("region") && !region.equals("*") ? Optional.of(region) : values.apply(name);
        return new Gap(
                EvidenceKind.RESOURCE_INVENTORY.word(),
                Optional.of(type),
                Optional.of(region),
                outcome.state().word(),
                purpose,
                detail,
                command.map(c -> c.command().fill(name -> values.apply(name).map(Shell::quote))),
                command.map(c -> c.file().fill(name -> files.apply(name).map(Supply::fileName))));
    }

    /** What no command lists whole, so that nobody knows what breaks. */
    static Gap unlistable(String detail) {
        return new Gap(
                EvidenceKind.RESOURCE_INVENTORY.word(),
                Optional.empty(),
                Optional.empty(),
                Outcome.State.MISSING.word(),
                "impact",
                detail,
                Optional.empty(),
                Optional.empty());
    }

    /** The region in which to ask: global services are asked in one of their partition. */
    private String callIn(String region, Facts facts) {
        return switch (region) {
            case "*" -> "REGION";
            case Inventory.GLOBAL ->
                catalogue.partitions().stream()
                        .filter(p -> p.id().equals(Arn.tryParse(facts.id())
                                .map(Arn::partition)
                                .orElse("aws")))
                        .map(Partition::globalRegion)
                        .findFirst()
                        .orElse("us-east-1");
            default -> region;
        };
    }

    /** An empty list is settled by the counts of the account summary, everything else by asking for it (again). */
    private Optional<EvidenceCommand> command(EvidenceKind kind, Facts facts, Outcome outcome) {
        if (!commands) {
            return Optional.empty();
        }
        if (kind == EvidenceKind.DELETION_TASK && !facts.properties().containsKey(TASK)) {
            return Optional.empty();
        }
        boolean empty = outcome.seen().map(seen -> seen.state().equals("empty")).orElse(false);
        if (empty) {
            return catalogue.evidenceCommand(EvidenceKind.ACCOUNT_SUMMARY);
        }
        return EntityKind.ofLabel(facts.kind())
                .flatMap(subject -> catalogue.evidenceCommand(kind, subject))
                .or(() -> catalogue.evidenceCommand(kind));
    }

    /** Percent-encoded, as the readers decode it, so that an ARN is the name of one file. */
    private static String fileName(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<String> value(String name, Facts facts) {
        var subject = facts.holder().map(Facts.Node::name).orElse(facts.name());
        return switch (name) {
            case "subject.name" -> Optional.of(subject);
            case "subject.id" -> Optional.of(facts.id());
            case "subject.accessKeyId" -> Optional.of(facts.name());
            case "accountId" -> facts.accountId();
            case TASK -> Optional.ofNullable(facts.properties().get(TASK));
            default -> Optional.empty();
        };
    }
}
