package dev.identityexplorer.strict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One call of the AWS CLI, taken apart as its argument parser does: {@code --option value} or {@code --option=value}; a
 * value that starts with a hyphen is taken for an option.
 *
 * @param operation such as {@code iam delete-user}
 */
record Command(String operation, Map<String, String> options) {

    private static final Set<String> GLOBAL = Set.of("--query", "--output", "--region", "--profile");

    /** @throws IamError as the CLI refuses it, without asking AWS */
    static Command parse(List<String> arguments) {
        if (arguments.size() < 2) {
            throw usage("too few arguments");
        }
        var options = new LinkedHashMap<String, String>();
        var rest = new ArrayList<>(arguments.subList(2, arguments.size()));
        while (!rest.isEmpty()) {
            var option = rest.remove(0);
            if (!option.startsWith("--")) {
                throw usage("Unknown options: " + option);
            } else if (option.contains("=")) {
                options.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
            } else if (rest.isEmpty() || rest.get(0).startsWith("-")) {
                throw usage(option + ": expected one argument");
            } else {
                options.put(option, rest.remove(0));
            }
        }
        return new Command(arguments.get(0) + " " + arguments.get(1), options);
    }

    static IamError usage(String why) {
        return new IamError("Usage", why);
    }

    /** Takes the call only if it has exactly these options beside the global ones. */
    Command with(String... names) {
        var given = new TreeSet<>(options.keySet());
        given.removeAll(GLOBAL);
        if (!given.equals(new TreeSet<>(Set.of(names)))) {
            throw usage(operation + " takes " + Set.of(names) + ", not " + given);
        }
        return this;
    }

    String get(String option) {
        return options.getOrDefault(option, "");
    }
}
