package dev.identityexplorer.bench;

import dev.identityexplorer.model.EntityKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The one label by which loaders of the usual kind know a record type. */
final class Labels {

    private Labels() {}

    /** The record type of a node: a service-linked role is a role, as AWS's own export has it. */
    static String one(List<String> labels) {
        if (labels.contains("Role")) {
            return "Role";
        }
        return Arrays.stream(EntityKind.values())
                .filter(kind -> labels.contains(kind.label()))
                .max(Comparator.comparingInt(kind -> kind.labels().size()))
                .map(EntityKind::label)
                .orElse("Entity");
    }
}
