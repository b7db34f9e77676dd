package dev.identityexplorer.source;

import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The credential report, as CSV or as {@code get-credential-report} wraps it. See
 * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Credential reports</a>.
 */
final class CredentialReport {

    static final EvidenceKey EVIDENCE = EvidenceKey.of(EvidenceKind.CREDENTIAL_REPORT);

    /** Columns without which the report does not prove what its evidence stands for. */
    private static final List<String> NEEDED = List.of(
            "password_enabled",
            "mfa_active",
            "access_key_1_active",
            "access_key_2_active",
            "cert_1_active",
            "cert_2_active");

    static final Format CSV = new Format(
            "credential-report",
            Set.of("Content"),
            1,
            shape -> false,
            shape -> true,
            CredentialReport::read,
            (document, reading) -> List.of(EVIDENCE));

    private CredentialReport() {}

    static List<Format> formats() {
        return List.of(
                new Format(
                        "iam-get-credential-report",
                        Set.of("Content"),
                        1,
                        shape -> shape.hasOnly("Content", "GeneratedTime", "ReportFormat") && shape.has("Content"),
                        shape -> true,
                        CredentialReport::read,
                        (document, reading) -> List.of(EVIDENCE)),
                CSV);
    }

    private static void read(Document document, JsonFile json, Reading reading) {
        var content = "";
        var generated = document.file().modified();
        while (json.nextKey()) {
            if (json.key().equals("Content")) {
                content = Shape.report(json.text());
            } else if (json.key().equals("GeneratedTime")) {
                generated = Dates.parse(json.text()).map(d -> d.toInstant()).orElse(generated);
            }
        }
        read(document, new StringReader(content.replaceFirst("^\uFEFF", "")), generated, reading);
    }

    /** Reads a report that is a CSV file itself. */
    static void readCsv(Document document, Reading reading) {
        try (var text = Text.open(document.file())) {
            read(document, text, document.file().modified(), reading);
        } catch (IOException e) {
            throw SourceFile.unreadable(document.name(), e);
        }
    }

    private static void read(Document document, Reader text, Instant observedAt, Reading reading) {
        reading.ledger().seen(EVIDENCE);
        reading.ledger().page(EVIDENCE, document, "", observedAt);
        var missing = new java.util.ArrayList<>(NEEDED);
        rows(document.file(), text, row -> {
            missing.removeIf(row::isMapped);
            new ReportRow(row, document, reading).read();
        });
        if (!missing.isEmpty()) {
            reading.ledger().gap(EVIDENCE, document.name() + " lacks the columns " + String.join(", ", missing) + ".");
        }
    }

    /** Whose report a CSV file is. */
    static Owners owners(SourceFile file) {
        var owners = new Owners();
        try (var text = Text.open(file)) {
            rows(file, text, row -> {
                if (row.isSet("arn")) {
                    owners.entity(row.get("arn"));
                }
            });
        } catch (IOException e) {
            throw SourceFile.unreadable(file.name(), e);
        }
        return owners;
    }

    private static void rows(SourceFile file, Reader text, Consumer<CSVRecord> each) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (var csv = format.parse(new ShortLines(text))) {
            csv.forEach(each);
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            throw new SourceException(
                    file.name() + " is not a readable credential report: " + e.getMessage()
                            + "; lines of comma-separated values were expected.",
                    e);
        }
    }
}
