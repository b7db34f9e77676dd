package dev.identityexplorer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** How answers are printed: tables for people, JSON and CSV for programs. */
enum Format {
    table,
    json,
    csv;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final ObjectMapper LINE =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Rows of one shape; a value may be text, a number, a truth value, a list or nothing. */
    void print(PrintWriter out, List<String> columns, List<Map<String, Object>> rows) {
        switch (this) {
            case table -> out.print(table(columns, rows));
            case json -> out.println(json(rows));
            case csv -> out.print(csv(columns, rows));
        }
        out.flush();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new CliException("An answer could not be written as JSON.", e);
        }
    }

    /** JSON on one line, of plain ASCII. */
    static String jsonLine(Object value) {
        try {
            return LINE.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new CliException("A line could not be written as JSON.", e);
        }
    }

    private static String table(List<String> columns, List<Map<String, Object>> rows) {
        var cells = new ArrayList<List<String>>();
        cells.add(columns);
        rows.forEach(row -> cells.add(
                columns.stream().map(c -> text(row.get(c))).map(Text::oneLine).toList()));
        var widths = new int[columns.size()];
        for (var line : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        var text = new StringBuilder();
        for (var line : cells) {
            var row = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                row.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String csv(List<String> columns, List<Map<String, Object>> rows) {
        var text = new StringWriter();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get();
        try (var printer = new CSVPrinter(text, format)) {
            for (var row : rows) {
                printer.printRecord(
                        columns.stream().map(c -> cell(text(row.get(c)))).toList());
            }
        } catch (IOException e) {
            throw new CliException("An answer could not be written as CSV.", e);
        }
        return text.toString();
    }

    /** A spreadsheet would run a name like {@code =cmd()} as a formula; an apostrophe in front makes it text. */
    private static String cell(String text) {
        boolean number = text.matches("-?\\d+(\\.\\d+)?");
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !number ? "'" + text : text;
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Format::text).collect(Collectors.joining(", "));
        }
        return value instanceof Map<?, ?> ? json(value) : value.toString();
    }
}
