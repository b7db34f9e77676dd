package dev.identityexplorer.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that says how old evidence may be. */
final class Age {

    @Option(
            names = "--max-age",
            paramLabel = "AGE",
            defaultValue = "7d",
            converter = Converter.class,
            description = "Older evidence proves nothing: 30m, 12h, 7d (default: ${DEFAULT-VALUE}).")
    private Duration maxAge = Duration.ofDays(7);

    Duration maxAge() {
        return maxAge;
    }

    /** {@code 7d} and the like. */
    static final class Converter implements ITypeConverter<Duration> {

        private static final Pattern FORM = Pattern.compile("(\\d{1,6})([mhd])");

        @Override
        public Duration convert(String text) {
            var m = FORM.matcher(text);
            if (!m.matches()) {
                throw new TypeConversionException("'" + text + "' is not an age; give one like 30m, 12h or 7d");
            }
            long n = Long.parseLong(m.group(1));
            return switch (m.group(2)) {
                case "m" -> Duration.ofMinutes(n);
                case "h" -> Duration.ofHours(n);
                default -> Duration.ofDays(n);
            };
        }
    }
}
