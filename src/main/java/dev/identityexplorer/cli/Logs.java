package dev.identityexplorer.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.logging.Formatter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/** How the program writes its log, on standard error. Whatever is in a message, it stays on its line. */
enum Logs {
    /** A line for people; what was thrown follows it. */
    text {
        @Override
        String line(LogRecord record, String thrown) {
            return record.getInstant().truncatedTo(ChronoUnit.MILLIS) + " " + record.getLevel() + " "
                    + Text.oneLine(message(record)) + "\n" + Text.safe(thrown);
        }
    },
    /** A line of JSON for programs that collect logs. */
    json {
        @Override
        String line(LogRecord record, String thrown) {
            var map = new LinkedHashMap<String, Object>();
            map.put("at", record.getInstant().truncatedTo(ChronoUnit.MILLIS).toString());
            map.put("level", record.getLevel().getName());
            map.put("logger", String.valueOf(record.getLoggerName()));
            map.put("message", message(record));
            if (!thrown.isEmpty()) {
                map.put("thrown", thrown);
            }
            return Format.jsonLine(map) + "\n";
        }
    };

    abstract String line(LogRecord record, String thrown);

    /** Makes all logs of this process so. */
    void use() {
        var form = new Formatter() {
            @Override
            public String format(LogRecord record) {
                return line(record, thrown(record));
            }
        };
        for (var handler : LogManager.getLogManager().getLogger("").getHandlers()) {
            handler.setFormatter(form);
        }
    }

    private static String message(LogRecord record) {
        return new java.util.logging.SimpleFormatter().formatMessage(record);
    }

    private static String thrown(LogRecord record) {
        if (record.getThrown() == null) {
            return "";
        }
        var text = new StringWriter();
        record.getThrown().printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
