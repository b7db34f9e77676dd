package dev.identityexplorer.source;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a path says: {@code ACCOUNT/REGION/SERVICE-OPERATION.json} or
 * {@code ACCOUNT/REGION/SERVICE-OPERATION/PARAMETER[.json]}.
 *
 * @param folder the ACCOUNT folder, which may be named by a person ({@code demo}) instead of by twelve digits
 * @param region {@code global} or a region
 * @param operation such as {@code iam-list-access-keys}
 * @param parameter percent-decoded; empty where the operation has none
 */
record BundlePath(Path folder, String region, String operation, String parameter) {

    private static final Pattern REGION = Pattern.compile("global|[a-z]{2,4}(-[a-z]+)+-\\d+");
    private static final Pattern OPERATION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");

    static Optional<BundlePath> of(Path file) {
        var path = file.toAbsolutePath().normalize();
        int region = IntStream.range(1, path.getNameCount() - 1)
                .filter(i -> REGION.matcher(path.getName(i).toString()).matches())
                .max()
                .orElse(-1);
        if (region < 0) {
            return Optional.empty();
        }
        var folder = path.getRoot().resolve(path.subpath(0, region));
        var rest = IntStream.range(region + 1, path.getNameCount())
                .mapToObj(i -> path.getName(i).toString())
                .toList();
        var operation = rest.size() == 1 ? rest.get(0).replaceFirst("\\.(json|csv|txt)$", "") : rest.get(0);
        var parameter = rest.stream()
                .skip(1)
                .map(part -> part.equals(rest.get(rest.size() - 1)) ? withoutJson(part) : part)
                .map(BundlePath::decode)
                .collect(Collectors.joining("/"));
        return OPERATION.matcher(operation).matches()
                ? Optional.of(new BundlePath(folder, path.getName(region).toString(), operation, parameter))
                : Optional.empty();
    }

    /** The name of the ACCOUNT folder. */
    String account() {
        return folder.getFileName().toString();
    }

    /** Any other ending may be a part of what is named: users may be called {@code data} and {@code data.csv}. */
    private static String withoutJson(String name) {
        return name.replaceFirst("\\.json$", "");
    }

    /** Percent-decoding as for URLs, except that {@code +} stays what it is; text that is not encoded stays as it is. */
    static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
