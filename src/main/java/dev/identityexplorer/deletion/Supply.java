package dev.identityexplorer.deletion;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.EvidenceCommand;
import dev.identityexplorer.deletion.EvidenceCheck.Outcome;
import dev.identityexplorer.graph.AccountEvidence;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EvidenceKind;
import java.util.Optional;

/** Gaps with the command that closes each. */
final class Supply {

    static final Outcome NOTHING = new Outcome(Outcome.State.MISSING, Optional.empty());
    static final Outcome PARTIAL = new Outcome(Outcome.State.PARTIAL, Optional.empty());

    private final Catalogue catalogue;

    Supply(Catalogue catalogue) {
        this.catalogue = catalogue;
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
        return new Gap(
                kind.word(),
                Optional.empty(),
                Optional.empty(),
                outcome.state().word(),
                purpose,
                detail,
                command(kind, facts, outcome).map(command -> command.command().fill(name -> value(name, facts))));
    }

    Gap inventoryGap(String type, String region, Outcome outcome, String purpose) {
        return new Gap(
                EvidenceKind.RESOURCE_INVENTORY.word(),
                Optional.of(type),
                Optional.of(region),
                outcome.state().word(),
                purpose,
                outcome.seen().map(AccountEvidence.Seen::detail).orElse(""),
                catalogue
                        .inventoryCommand(type)
                        .map(command -> command.command().fill(name -> switch (name) {
                            case "resourceType" -> Optional.of(Shell.quote(type));
                            case "region" -> Optional.of(region.equals("*") ? "REGION" : region);
                            default -> Optional.empty();
                        })));
    }

    /** An empty list is settled by the counts of the account summary, everything else by asking for it (again). */
    private Optional<EvidenceCommand> command(EvidenceKind kind, Facts facts, Outcome outcome) {
        boolean empty = outcome.seen().map(seen -> seen.state().equals("empty")).orElse(false);
        if (empty) {
            return catalogue.evidenceCommand(EvidenceKind.ACCOUNT_SUMMARY);
        }
        return EntityKind.ofLabel(facts.kind())
                .flatMap(subject -> catalogue.evidenceCommand(kind, subject))
                .or(() -> catalogue.evidenceCommand(kind));
    }

    private static Optional<String> value(String name, Facts facts) {
        var subject = facts.holder().map(Facts.Node::name).orElse(facts.name());
        return switch (name) {
            case "subject.name" -> Optional.of(Shell.quote(subject));
            case "subject.id" -> Optional.of(Shell.quote(facts.id()));
            case "subject.accessKeyId" -> Optional.of(Shell.quote(facts.name()));
            case "accountId" -> facts.accountId();
            default -> Optional.empty();
        };
    }
}
