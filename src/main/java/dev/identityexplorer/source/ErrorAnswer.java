package dev.identityexplorer.source;

import dev.identityexplorer.model.EvidenceKind;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An error where an answer was expected: a refused call is evidence of its own kind, and {@code NoSuchEntity} can be
 * the proof that there is none. So is {@code AWSOrganizationsNotInUse}: an account outside of any organization has what
 * only organizations have in no way, and a table says which errors mean that a bucket has no policy; see
 * <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAWSServiceAccessForOrganization.html">ListAWSServiceAccessForOrganization</a>.
 */
final class ErrorAnswer {

    /** AWS has the same code for a user that is not there and for one without a password. */
    private static final Pattern NO_SUCH_USER = Pattern.compile("(?i)the user with name .* cannot be found");

    private static final Pattern NO_SUCH_PROFILE = Pattern.compile(
            "(?i)login ?profile(?:\\s+for(?:\\s+user)?(?:\\s+(?!cannot\\b|not\\b)([\\w+=,.@-]+))?)?", Pattern.DOTALL);

    private static final String PROFILE = "iam-get-login-profile";
    private static final String OF_THE_USER = " of the user";
    private static final String OF_SOMETHING_ELSE = " of something else";

    private ErrorAnswer() {}

    /** What an error is about, by its message, where that is not what its file is about; else empty. */
    static String subject(String message, SourceFile file) {
        if (NO_SUCH_USER.matcher(message).find()) {
            return OF_THE_USER;
        } else if (!file.operation().equals(PROFILE)) {
            return "";
        }
        var profile = NO_SUCH_PROFILE.matcher(message);
        return profile.find() && (profile.group(1) == null || isNamed(profile.group(1), file.parameter()))
                ? ""
                : OF_SOMETHING_ELSE;
    }

    /** A name may end with a full stop, and so does the sentence that ends with a name. */
    private static boolean isNamed(String name, String user) {
        return name.equalsIgnoreCase(user) || name.equalsIgnoreCase(user + ".");
    }

    /** Whether the error says that the caller may not ask. */
    static boolean denies(String error) {
        return error.matches("AccessDenied.*|Unauthorized.*|.*NotAuthorized.*");
    }

    static void read(Document document, Reading reading) {
        if (tellsNone(document, reading)) {
            return;
        }
        var covers = document.format().coverage().of(document, reading);
        if (document.error().startsWith("AWSOrganizationsNotInUse")) {
            covers.forEach(key -> {
                reading.ledger().seen(key);
                reading.ledger().page(key, document, "", document.file().modified());
            });
        } else if (denies(document.error())
                || covers.stream().anyMatch(key -> key.kind() == EvidenceKind.RESOURCE_INVENTORY)) {
            covers.forEach(key -> reading.ledger().denied(key, document));
        } else if (document.error().startsWith("NoSuchEntity")
                && !document.error().endsWith(OF_THE_USER)
                && !document.error().endsWith(OF_SOMETHING_ELSE)
                && document.format().operation().equals(PROFILE)) {
            covers.forEach(key -> {
                reading.ledger().seen(key);
                reading.ledger().page(key, document, "", document.file().modified());
            });
        } else {
            reading.problem(document, "", "The call failed with " + document.error() + ", so it proves nothing.");
        }
    }

    /** Takes an error for an answer where it says that a resource holds none; whether it does. */
    private static boolean tellsNone(Document document, Reading reading) {
        var shown = Resources.INVENTORIES
                .operations()
                .getOrDefault(document.format().operation(), Map.of());
        shown.forEach((type, call) -> call.none()
                .filter(document.error()::startsWith)
                .flatMap(error -> InventoryAnswers.key(type, call, document))
                .ifPresent(evidence ->
                        reading.resources().nested().answered(evidence, document, Set.of(document.parameter()))));
        return shown.values().stream()
                .anyMatch(
                        call -> call.none().filter(document.error()::startsWith).isPresent());
    }
}
