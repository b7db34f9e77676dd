package dev.identityexplorer.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Rows for a spreadsheet. */
final class Csv {

    static final String MEDIA_TYPE = "text/csv; charset=utf-8";

    private Csv() {}

    /** Whether the request wants CSV rather than JSON. */
    static boolean wanted(Context ctx) {
        var format = Params.choice(ctx, "format", List.of("json", "csv"));
        var accept = ctx.header("Accept");
        return format.equals("csv") || format.isEmpty() && accept != null && accept.startsWith("text/csv");
    }

    static void send(
            Context ctx, String name, List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        var text = new StringWriter();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get();
        try (var printer = new CSVPrinter(text, format)) {
            for (var row : rows) {
                printer.printRecord(row.stream().map(Csv::text).map(Csv::cell).toList());
            }
        } catch (IOException e) {
            throw new WebException(500, "internal", "The rows could not be written as CSV.", e);
        }
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        ctx.contentType(MEDIA_TYPE).result(text.toString());
    }

    /** A spreadsheet would run a name like {@code =cmd()} as a formula; an apostrophe in front makes it text. */
    static String cell(String text) {
        boolean number = text.matches("-?\\d+(\\.\\d+)?");
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !number ? "'" + text : text;
    }

    private static String text(@Nullable Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(Csv::text).collect(Collectors.joining(", "))
                : value == null ? "" : value.toString();
    }
}
