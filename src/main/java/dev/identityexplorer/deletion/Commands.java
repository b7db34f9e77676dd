package dev.identityexplorer.deletion;

import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.catalogue.Template;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.graph.Identities;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Commands from templates, every value quoted for a POSIX shell. */
final class Commands {

    /** Stands before a value that starts with a hyphen until the space before it can become an equals sign. */
    private static final String ATTACH = "\u0000";

    /** Services whose calls need no Region, or a fixed one, which the template names then. */
    private static final Set<String> GLOBAL = Set.of(
            "bcm-data-exports",
            "budgets",
            "cloudfront",
            "cost-optimization-hub",
            "globalaccelerator",
            "health",
            "iam",
            "networkmanager",
            "organizations",
            "route53",
            "shield",
            "waf");

    private Commands() {}

    /** A step of a rule: {@code {it.name}} is the entity to delete, {@code {blocker.name}} what is in its way. */
    static Command step(Template template, Facts it, Identities.Blocker blocker) {
        return filled(template, name -> {
            var parts = name.split("\\.", 2);
            return switch (parts.length == 2 ? parts[0] : "") {
                case "it" -> value(parts[1], it.id(), it.name(), it.properties());
                case "blocker" -> value(parts[1], blocker.id(), blocker.name(), blocker.properties());
                default -> Optional.empty();
            };
        });
    }

    /** The call that deletes an entity. */
    static Command deletion(Template template, Facts it) {
        return filled(template, name -> switch (name) {
            case "owner.name" -> it.holder().map(holder -> word(holder.name()));
            case "owner.id" -> it.holder().map(holder -> word(holder.id()));
            default -> value(name, it.id(), it.name(), it.properties());
        });
    }

    /** What ends the use of a resource, one command after the other, each in the Region of the resource. */
    static List<Command> cleanup(Template template, Identities.Blocker resource, Inventory type) {
        var values = new ResourceValues(resource, type);
        return Arrays.stream(template.text().split(" && "))
                .map(command -> new Template(values.isGlobal() ? command : inRegion(command)))
                .map(command -> filled(command, name -> values.get(name).map(Commands::word)))
                .toList();
    }

    private static String inRegion(String command) {
        boolean placed = command.contains("--region ") || command.contains("{region}");
        return placed || GLOBAL.contains(command.split(" ")[1]) ? command : command + " --region {region}";
    }

    private static Command filled(Template template, Function<String, Optional<String>> values) {
        var open = new LinkedHashSet<String>();
        var text = template.fill(name -> {
            var value = values.apply(name);
            if (value.isEmpty()) {
                open.add(name);
            }
            return value;
        });
        return new Command(attached(text), List.copyOf(open));
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
