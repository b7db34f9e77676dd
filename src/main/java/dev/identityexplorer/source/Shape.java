package dev.identityexplorer.source;

import com.fasterxml.jackson.core.JsonToken;
import dev.identityexplorer.model.Arn;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the scan sees of a document: its keys, the keys of its elements, and whose ARNs it holds; no values. */
final class Shape {

    private static final Set<String> PAGING = Set.of("IsTruncated", "Marker", "NextToken", "ResponseMetadata");
    /** The account of a configuration item of AWS Config, which is JSON within a text. */
    private static final Pattern ITEM_ACCOUNT = Pattern.compile("\"accountId\"\\s*:\\s*\"(\\d{12})\"");

    private static final Pattern REPORT_ARN = Pattern.compile("arn:[^:,\\s]+:iam::[^:,\\s]*:(user/|root)");
    private static final int ENOUGH = 300;

    private final Set<String> keys = new TreeSet<>();
    private final Set<String> elementKeys = new TreeSet<>();
    private final Owners owners = new Owners();
    private String itemAccount = "";
    /** Of the ARNs so far; what stands beside it is of the same partition. */
    private String lastArn = "";

    private String error = "";
    private String message = "";
    private String type = "";
    private String status = "";

    /** Reads the document that {@code json} stands at, to its end; what was seen stays, should the file be broken. */
    void scan(JsonFile json) {
        while (json.nextKey()) {
            if (keys.size() < ENOUGH) {
                keys.add(json.key());
            }
            value(json);
        }
        if (!itemAccount.isEmpty() && keys.contains("configurationItemStatus")) {
            owners.entity("arn:aws:iam::" + itemAccount + ":root");
        }
    }

    private void value(JsonFile json) {
        var parser = json.parser();
        int objects = 0;
        int depth = 0;
        boolean list = parser.currentToken() == JsonToken.START_ARRAY;
        var field = json.key();
        for (var token = parser.currentToken(); ; token = json.next()) {
            if (token == JsonToken.FIELD_NAME) {
                field = json.calling(parser::currentName);
                if (objects == 1 && depth == (list ? 2 : 1) && elementKeys.size() < ENOUGH) {
                    elementKeys.add(field);
                }
            } else if (token == JsonToken.VALUE_STRING) {
                text(json.calling(parser::getText), field, depth <= (list ? 2 : 1) && objects <= 1, depth);
            } else if (token.isStructStart()) {
                depth++;
                objects += token == JsonToken.START_OBJECT ? 1 : 0;
            } else if (token.isStructEnd()) {
                depth--;
                objects -= token == JsonToken.END_OBJECT ? 1 : 0;
            }
            if (depth == 0) {
                json.consumed();
                return;
            }
        }
    }

    private void text(String text, String field, boolean near, int depth) {
        if (text.startsWith("arn:")) {
            lastArn = text;
            if (near && (field.equals("Arn") || field.equals("ARN"))) {
                owners.entity(text);
            } else {
                owners.mention(text);
            }
        } else if (depth == 0 && field.equals("Account")) {
            owners.entity("arn:aws:iam::" + text + ":root");
        } else if (near && field.equals("OwningAccountId")) {
            owners.entity("arn:" + Arn.tryParse(lastArn).map(Arn::partition).orElse("aws") + ":iam::" + text + ":root");
        } else if (depth == 0 && field.equals("Content")) {
            REPORT_ARN.matcher(report(text)).results().limit(50).forEach(m -> owners.entity(m.group()));
        } else if (depth == 0 && field.equals("Status")) {
            status = text;
        } else if (field.equals("Code") && keys.contains("Error")) {
            error = text;
        } else if (field.equals("Message") && keys.contains("Error")) {
            message = text;
        } else if (depth == 0 && field.equals("__type")) {
            type = text.replaceFirst(".*#", "");
        } else if (depth == 0 && field.equalsIgnoreCase("message")) {
            message = text;
        } else if (field.equals("accountId") && text.matches("\\d{12}")) {
            var root = "arn:aws:iam::" + text + ":root";
            itemAccount = depth == 0 ? text : itemAccount;
            if (near && keys.contains("configurationItems")) {
                owners.entity(root);
            } else {
                owners.mention(root);
            }
        } else if (field.equals("Results") && text.startsWith("{")) {
            ITEM_ACCOUNT
                    .matcher(text)
                    .results()
                    .limit(1)
                    .forEach(m -> owners.entity("arn:aws:iam::" + m.group(1) + ":root"));
        }
    }

    /** A credential report's text, which is base64 as the AWS CLI prints it, and plain as some tools do. */
    static String report(String content) {
        try {
            return content.startsWith("user,")
                    ? content
                    : new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return content;
        }
    }

    Set<String> keys() {
        return keys;
    }

    boolean has(String key) {
        return keys.contains(key);
    }

    /** Whether beside {@code allowed} and what paging adds there is no other key. */
    boolean hasOnly(String... allowed) {
        return keys.stream().allMatch(k -> PAGING.contains(k) || Set.of(allowed).contains(k));
    }

    /** Whether the objects in its lists have this key. */
    boolean hasElement(String key) {
        return elementKeys.contains(key);
    }

    /** Whether all its lists are empty. */
    boolean hasNoElements() {
        return elementKeys.isEmpty();
    }

    /** The value of a top-level {@code Status}; empty without one. */
    String status() {
        return status;
    }

    /** The code of the error that it is instead of an answer; empty if it is an answer. */
    String error() {
        return error;
    }

    /** What it says of the error; empty without one. */
    String message() {
        return message;
    }

    /** The type that services which answer in JSON give their errors; empty without one. */
    String type() {
        return type;
    }

    Owners owners() {
        return owners;
    }
}
