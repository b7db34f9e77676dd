package dev.identityexplorer.deletion;

import dev.identityexplorer.catalogue.Template;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.graph.Identities;
import java.util.Map;
import java.util.Optional;

/** Commands from templates, every value quoted for a POSIX shell. */
final class Commands {

    /** Stands before a value that starts with a hyphen until the space before it can become an equals sign. */
    private static final String ATTACH = "\u0000";

    private Commands() {}

    /** A step of a rule: {@code {it.name}} is the entity to delete, {@code {blocker.name}} what is in its way. */
    static String step(Template template, Facts it, Identities.Blocker blocker) {
        return attached(template.fill(name -> {
            var parts = name.split("\\.", 2);
            return switch (parts.length == 2 ? parts[0] : "") {
                case "it" -> value(parts[1], it.id(), it.name(), it.properties());
                case "blocker" -> value(parts[1], blocker.id(), blocker.name(), blocker.properties());
                default -> Optional.empty();
            };
        }));
    }

    /** The call that deletes an entity. */
    static String deletion(Template template, Facts it) {
        return attached(template.fill(name -> switch (name) {
            case "owner.name" -> it.holder().map(holder -> word(holder.name()));
            case "owner.id" -> it.holder().map(holder -> word(holder.id()));
            default -> value(name, it.id(), it.name(), it.properties());
        }));
    }

    /** What ends the use of a resource, with what is known of it; a person fills in the rest. */
    static String cleanup(Template template, Identities.Blocker resource) {
        var properties = resource.properties();
        return attached(template.fill(name -> switch (name) {
            case "arn" -> Optional.of(word(resource.id()));
            case "id", "name" -> Optional.of(word(resource.name()));
            default -> value(name, resource.id(), resource.name(), properties);
        }));
    }

    private static Optional<String> value(String property, String id, String name, Map<String, String> properties) {
        return switch (property) {
            case "id" -> Optional.of(word(id));
            case "name" -> Optional.of(word(name));
            default -> Optional.ofNullable(properties.get(property)).map(Commands::word);
        };
    }

    /** A value, quoted; the mark of one that starts with a hyphen is in front until {@link #attached}. */
    static String word(String value) {
        return (value.startsWith("-") ? ATTACH : "") + Shell.quote(value);
    }

    /** {@code --user-name -x} would be read as two options; {@code --user-name=-x} is one. */
    static String attached(String command) {
        return command.replace(" " + ATTACH, "=").replace(ATTACH, "");
    }
}
