package dev.identityexplorer.deletion;

import dev.identityexplorer.model.EvidenceKind;
import java.util.Arrays;
import java.util.List;

/**
 * Evidence that a rule needs, from one {@code // evidence:} line of its file: alternatives, any of which is enough.
 *
 * <p>{@code users} is all users of the account. {@code roles of it} is the entity's own record. {@code access-keys of it
 * | credential-report of it} is one or the other. {@code resource-inventory AWS::Lambda::Function} is that type in every
 * region that counts, {@code resource-inventory of its type} every type that the catalogue says keeps it in use,
 * {@code resource-inventory of its trust} every type that runs with roles of the services which it trusts.
 */
record Need(List<Alternative> alternatives) {

    /**
     * @param kind what has to be seen
     * @param ofIt only what is about the entity itself, rather than the whole account
     * @param resourceType for inventories; empty for the types that keep a service-linked role in use, or that run
     *     with a role
     */
    record Alternative(EvidenceKind kind, boolean ofIt, String resourceType) {

        static Alternative parse(String text) {
            var words = text.strip().split("\\s+");
            var kind = EvidenceKind.ofWord(words[0])
                    .orElseThrow(() -> new DeletionException("'" + words[0] + "' is no kind of evidence; there are "
                            + Arrays.stream(EvidenceKind.values())
                                    .map(EvidenceKind::word)
                                    .toList() + "."));
            var rest = text.strip().substring(words[0].length()).strip();
            return switch (rest) {
                case "" -> new Alternative(kind, false, "");
                case "of it", "of its type", "of its trust" -> new Alternative(kind, true, "");
                default -> new Alternative(kind, false, rest);
            };
        }
    }

    Need {
        alternatives = List.copyOf(alternatives);
    }

    static Need parse(String text) {
        return new Need(Arrays.stream(text.split("\\|")).map(Alternative::parse).toList());
    }

    /** Whether the entity's own record of this kind is among the alternatives. */
    boolean ofIt(EvidenceKind kind) {
        return alternatives.stream().anyMatch(a -> a.ofIt() && a.kind() == kind);
    }
}
