package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.catalogue.Inventory;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Records that show by what they say of themselves that an answer is not about what its place says. */
final class Misplaced {

    /** What AWS repeats of a request that asked for some only. */
    private static final Pattern NARROWED = Pattern.compile("(?i)prefix|\\w*filters?");

    /** Where calls are made whose answers are about every Region. */
    private static final Set<String> HOME = Set.of(Inventory.GLOBAL, "us-east-1", "cn-north-1", "us-gov-west-1");

    private Misplaced() {}

    static boolean narrows(String key) {
        return NARROWED.matcher(key).matches();
    }

    /** Whether an answer about every Region may stand in the folder of this one. */
    static boolean isOfAllRegions(String folder) {
        return HOME.contains(folder);
    }

    /** A setting that an answer tells of several accounts is this one's where it says so, or tells of nobody. */
    static boolean isOwn(JsonNode record, Reading reading) {
        var owner = Fields.text(record, "accountId");
        return owner.isEmpty() || owner.equals(reading.account().accountId());
    }

    /** Why a record shows that the answer is not about what its file's name says. */
    static Optional<String> why(JsonNode record, Inventory type, Inventory.Call call, Document document) {
        if (document.parameter().isEmpty() || !record.isObject() || call.one()) {
            return Optional.empty();
        }
        var part = call.part().stream()
                .flatMap(
                        name -> type.facts().stream().filter(fact -> fact.name().equals(name)))
                .flatMap(fact -> fact.paths().stream())
                .map(path -> Fields.text(record, path));
        var holder = call.parameter().stream()
                .filter(name -> type.within().isPresent() && call.sole().isEmpty())
                .map(name -> Fields.text(record, name.replace("-", "")));
        return Stream.concat(part, holder)
                .filter(value -> !value.isEmpty() && !value.equals(document.parameter()))
                .findFirst()
                .map(value -> document.name() + " tells of " + value + ", not of what its name says.");
    }
}
