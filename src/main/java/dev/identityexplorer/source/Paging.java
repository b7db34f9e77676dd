package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.model.EvidenceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether the pages of an answer are all there. Two ways of paging exist: the API's {@code IsTruncated} with
 * {@code Marker}, and the {@code NextToken} that the AWS CLI adds under {@code --max-items}; see
 * <a href="https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html">AWS CLI pagination</a>.
 */
final class Paging {

    /**
     * What services call {@code NextToken}: {@code nextToken}, {@code NextMarker}, {@code HasMoreDeliveryStreams},
     * {@code Truncated}, and what others that this program has not met might be called.
     */
    private static final Pattern OTHER =
            Pattern.compile("(?i)next\\w*|\\w*(token|marker|cursor|truncated)|LastEvaluated\\w+|(has_?)?more\\w*|page");

    /** The number of a page in the place of a parameter. */
    private static final Pattern PAGE = Pattern.compile("(.*/)?(p|page-?)?\\d{1,4}");

    /** What tells the pages of one answer apart in their names: a number, or a letter after a hyphen or the like. */
    private static final Pattern COUNTED = Pattern.compile("(.*?)(?:[-_. ]*(\\d{1,6})|[-_. ]([a-z]))?(?:\\.json)?");

    /** The order of pages in a series. Two series are two exports, of which each has its own last page. */
    private static final Comparator<Ledger.Page> ORDER = Comparator.comparing(
                    (Ledger.Page p) -> sortable(p.document().name()))
            .thenComparing(p -> p.document().index());

    private String truncated = "";
    private String marker = "";
    private String next = "";

    /** Notes a key of paging; any other key is none of its business. */
    void see(String key, JsonNode value) {
        var text = value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
        switch (key) {
            case "IsTruncated" -> truncated = text;
            case "Marker" -> marker = text;
            case "NextToken" -> next = text;
            default -> {
                if (OTHER.matcher(key).matches() && !text.equalsIgnoreCase("false")) {
                    next = text;
                }
            }
        }
    }

    /** Whether a parameter in a path only numbers the pages of one answer. */
    static boolean isPage(String parameter) {
        return PAGE.matcher(parameter).matches();
    }

    static boolean isKey(String key) {
        return key.equals("IsTruncated")
                || key.equals("Marker")
                || OTHER.matcher(key).matches();
    }

    /** What says that more exists; empty on the last page. */
    String token() {
        if (!next.isEmpty()) {
            return "NextToken";
        } else if (truncated.equalsIgnoreCase("true")) {
            return "IsTruncated";
        }
        return truncated.isEmpty() && !marker.isEmpty() ? "Marker" : "";
    }

    /** What is missing from these pages, as sentences. Files about one subject are named after it, and not numbered. */
    static List<String> gaps(EvidenceKey key, List<Ledger.Page> pages) {
        var gaps = new ArrayList<String>();
        pages.stream()
                .filter(page -> !page.part())
                .collect(Collectors.groupingBy(Paging::series, TreeMap::new, Collectors.maxBy(ORDER)))
                .values()
                .forEach(last -> last.filter(page -> !page.token().isEmpty())
                        .ifPresent(page -> gaps.add("More pages exist: the last one, "
                                + page.document().name() + ", still has "
                                + (page.token().equals("IsTruncated")
                                        ? "IsTruncated: true."
                                        : "a " + page.token() + "."))));
        boolean paged = pages.stream().anyMatch(p -> !p.token().isEmpty());
        if (key.subject().isEmpty()) {
            numbers(pages, paged).forEach((prefix, numbers) -> missing(prefix, numbers, gaps));
        }
        return gaps;
    }

    /**
     * Folder and name without what counts pages: which files are pages of one answer. A file beside it that is named otherwise
     * may be anything, such as an export with {@code --filter}, and is not taken for the page that is missing.
     */
    static String series(Ledger.Page page) {
        var name = page.document().name();
        int folder = name.lastIndexOf('/') + 1;
        var counted = COUNTED.matcher(name.substring(folder));
        return name.substring(0, folder) + (counted.matches() ? counted.group(1) : name.substring(folder));
    }

    private static OptionalInt number(String name) {
        var counted = COUNTED.matcher(name);
        if (!counted.matches() || counted.group(2) == null && counted.group(3) == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                counted.group(2) == null ? counted.group(3).charAt(0) - 'a' + 1 : Integer.parseInt(counted.group(2)));
    }

    /** The numbers of numbered pages by what stands before the number: folder, name, leading letters. */
    private static Map<String, TreeSet<Integer>> numbers(List<Ledger.Page> pages, boolean paged) {
        var numbers = new TreeMap<String, TreeSet<Integer>>();
        for (var page : pages.stream().filter(p -> !p.part()).toList()) {
            var file = page.document().file();
            var number = number(file.name().substring(file.name().lastIndexOf('/') + 1));
            boolean folder = file.bundle().isPresent() && isPage(file.parameter());
            if (number.isPresent() && (paged || folder)) {
                numbers.computeIfAbsent(series(page), k -> new TreeSet<>()).add(number.getAsInt());
            }
        }
        return numbers;
    }

    private static void missing(String prefix, TreeSet<Integer> numbers, List<String> gaps) {
        int first = numbers.first() == 0 ? 0 : 1;
        var missing = java.util.stream.IntStream.rangeClosed(first, numbers.last())
                .filter(n -> !numbers.contains(n))
                .limit(5)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            gaps.add("Of the numbered pages " + prefix + "…, number " + missing + " is missing.");
        }
    }

    /** Text whose natural order is that of its numbers: page 10 after page 9. */
    private static String sortable(String name) {
        return Pattern.compile("\\d+")
                .matcher(name)
                .replaceAll(m -> "0".repeat(Math.max(0, 20 - m.group().length())) + m.group());
    }
}
