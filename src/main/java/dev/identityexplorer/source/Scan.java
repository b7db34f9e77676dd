package dev.identityexplorer.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises what a file holds, without keeping any of it. */
final class Scan {

    private static final Pattern CLI_ERROR = Pattern.compile("An error occurred \\(([\\w.]+)\\)");
    private static final Pattern CLI_MESSAGE =
            Pattern.compile("An error occurred \\([\\w.]+\\)[^:]*:(.*)", Pattern.DOTALL);
    /** As services that answer in XML say it, when something else than the AWS CLI asked. */
    private static final Pattern XML_ERROR =
            Pattern.compile("<Error>.*?<Code>\\s*([\\w.]+)\\s*</Code>(?:.*?<Message>(.*?)</Message>)?", Pattern.DOTALL);

    private final List<Skipped> skipped;

    Scan(List<Skipped> skipped) {
        this.skipped = skipped;
    }

    /** The documents in {@code file}; none if it is skipped. */
    List<Document> of(SourceFile file) {
        var head = head(file);
        var text = Text.decode(head).strip();
        var error = CLI_ERROR.matcher(text);
        var xml = XML_ERROR.matcher(text);
        if (text.isEmpty() && file.size() <= head.length) {
            return unknown(file, "is empty");
        } else if (text.startsWith("{") || text.startsWith("[") || text.isEmpty()) {
            return json(file);
        } else if (isReport(text)) {
            return List.of(
                    document(file, 0, Document.Form.CSV, CredentialReport.CSV, "", CredentialReport.owners(file)));
        } else if (error.find()) {
            var message = CLI_MESSAGE.matcher(text);
            return error(file, 0, error.group(1), message.find() ? message.group(1) : "");
        } else if (xml.find()) {
            return error(file, 0, xml.group(1), xml.group(2) == null ? "" : xml.group(2));
        }
        return unknown(file, Text.isBinary(head) ? "is a binary file" : "is neither JSON nor a credential report");
    }

    private List<Document> json(SourceFile file) {
        var documents = new ArrayList<Document>();
        var strange = new ArrayList<String>();
        var shape = new Shape();
        try (var json = new JsonFile(file)) {
            while (json.nextDocument()) {
                shape = new Shape();
                shape.scan(json);
                recognise(file, json.index(), shape, documents, strange);
            }
        } catch (SourceException e) {
            if (file.given() || !documents.isEmpty() || isAnswer(file, shape)) {
                throw e;
            }
            skipped.add(new Skipped(file.name(), e.getMessage()));
            return List.of();
        }
        if (documents.isEmpty() && strange.isEmpty()) {
            strange.add("It holds no JSON object.");
        }
        strange.stream().distinct().forEach(reason -> skipped.add(new Skipped(file.name(), reason)));
        return documents;
    }

    private void recognise(SourceFile file, int index, Shape shape, List<Document> documents, List<String> strange) {
        var format = Formats.of(file, shape);
        if (!shape.error().isEmpty()) {
            documents.addAll(error(file, index, shape.error(), shape.message()));
        } else if (format.isEmpty() && !shape.type().isEmpty()) {
            documents.addAll(error(file, index, shape.type(), shape.message()));
        } else if (format.isEmpty()) {
            var keys = shape.keys().stream().limit(5).collect(Collectors.joining(", "));
            strange.add("No AWS answer that this program reads: "
                    + (keys.isEmpty() ? "the object is empty." : "its keys are " + keys + "."));
        } else if (!isNamed(file, format.get()) && !format.get().subject().test(shape)) {
            strange.add("It does not say whom it is about; name the file " + "ACCOUNT/global/"
                    + format.get().operation() + "/NAME.json.");
        } else {
            documents.add(document(file, index, Document.Form.JSON, format.get(), "", shape.owners()));
        }
    }

    private static boolean isReport(String text) {
        var header = text.lines().findFirst().orElse("").replace("\"", "").split(" *, *");
        return List.of(header).containsAll(List.of("user", "arn"));
    }

    /** Whether what was seen of a broken file, or its path, shows that it is an answer that must not be missed. */
    private static boolean isAnswer(SourceFile file, Shape shape) {
        return Formats.named(file.operation()).isPresent()
                || Formats.of(file, shape).isPresent();
    }

    /** Whether the path tells whom the document is about. */
    private static boolean isNamed(SourceFile file, Format format) {
        return file.operation().equals(format.operation()) && !file.parameter().isEmpty();
    }

    private List<Document> error(SourceFile file, int index, String code, String message) {
        var format = Formats.named(file.operation());
        if (format.isEmpty()) {
            skipped.add(
                    new Skipped(file.name(), "It is the error " + code + " of a call that its path does not name."));
            return List.of();
        }
        var error = code + ErrorAnswer.subject(message, file);
        return List.of(document(file, index, Document.Form.ERROR, format.get(), error, Owners.NONE));
    }

    private static Document document(
            SourceFile file, int index, Document.Form form, Format format, String error, Owners seen) {
        var owners = format.ownedByFolder() && file.bundle().isPresent() ? seen.asMentions() : seen;
        var mixed = owners.accounts().stream().map(a -> a.accountId()).collect(Collectors.toCollection(TreeSet::new));
        return new Document(file, index, form, format, error, owners, mixed.size() > 1 ? mixed : Set.of());
    }

    private List<Document> unknown(SourceFile file, String what) {
        if (file.given()) {
            throw new SourceException(
                    file.name() + " " + what
                            + " (line 1, column 1), where an answer of the AWS CLI in JSON or a credential report was expected.");
        }
        skipped.add(new Skipped(file.name(), "The file " + what + "."));
        return List.of();
    }

    private static byte[] head(SourceFile file) {
        try (var in = file.open()) {
            return in.readNBytes(4096);
        } catch (IOException e) {
            throw SourceFile.unreadable(file.name(), e);
        }
    }
}
