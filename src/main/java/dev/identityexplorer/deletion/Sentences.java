package dev.identityexplorer.deletion;

import dev.identityexplorer.model.EvidenceKind;

/** Gaps as people read them. */
public final class Sentences {

    private Sentences() {}

    /** {@code inventory of AWS::Lambda::Function in eu-west-1} or {@code ssh-public-keys}. */
    public static String what(Gap gap) {
        return gap.resourceType()
                .map(type -> "inventory of " + type
                        + gap.region()
                                .map(region -> region.equals("*") ? "" : " in " + region)
                                .orElse(""))
                .orElse(gap.evidence());
    }

    /** The whole sentence: what is missing, why, and the command that supplies it. */
    public static String of(Gap gap) {
        if (gap.evidence().equals(EvidenceKind.RESOURCE_INVENTORY.word())
                && gap.resourceType().isEmpty()) {
            return gap.detail();
        }
        return what(gap) + " " + state(gap) + (gap.detail().isEmpty() ? "" : " (" + gap.detail() + ")")
                + gap.suppliedBy()
                        .map(command -> "; " + command
                                + gap.saveAs().map(file -> " > " + file).orElse(""))
                        .orElse("");
    }

    private static String state(Gap gap) {
        return switch (gap.state()) {
            case "missing" -> "was not imported";
            case "partial" -> "was seen in part";
            case "denied" -> "was denied by AWS";
            default -> "is too old";
        };
    }
}
