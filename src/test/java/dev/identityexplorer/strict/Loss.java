package dev.identityexplorer.strict;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The ways in which files of a bundle do not say what they could. */
enum Loss {
    DROPPED {
        @Override
        void apply(Map<String, String> files, String name) {
            files.remove(name);
        }
    },
    DENIED {
        @Override
        void apply(Map<String, String> files, String name) {
            files.put(
                    name,
                    "\nAn error occurred (AccessDenied) when calling the operation: User is not authorized to perform it\n");
        }
    },
    EMPTIED_WITH_MORE_TO_COME {
        @Override
        void apply(Map<String, String> files, String name) {
            var list = files.getOrDefault(name, "").replaceAll("(?s)^\\s*\\{\\s*\"(\\w+)\".*", "$1");
            if (list.matches("\\w+") && !name.contains("get-")) {
                files.put(name, "{\"" + list + "\": [], \"NextToken\": \"more\"}");
            } else {
                files.remove(name);
            }
        }
    };

    abstract void apply(Map<String, String> files, String name);

    /** All files, of which {@code lost} no longer tell. */
    Map<String, String> of(Map<String, String> files, Set<String> lost) {
        var left = new TreeMap<>(files);
        lost.forEach(name -> apply(left, name));
        return left;
    }
}
