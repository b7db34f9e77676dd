package dev.identityexplorer.source;

import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/** One row of a credential report: a user's credentials, without their ids, or what is said of the account's root. */
final class ReportRow {

    private final CSVRecord row;
    private final Document document;
    private final Reading reading;
    private final List<Relationship> credentials = new ArrayList<>();
    private String user = "";

    ReportRow(CSVRecord row, Document document, Reading reading) {
        this.row = row;
        this.document = document;
        this.reading = reading;
    }

    void read() {
        if (value("user").filter("<root_account>"::equals).isPresent()) {
            flag("mfa_active").ifPresent(on -> reading.property("rootMfaActive", on));
            flag("access_key_1_active").ifPresent(on -> reading.property("rootAccessKey1Active", on));
            flag("access_key_2_active").ifPresent(on -> reading.property("rootAccessKey2Active", on));
            return;
        }
        var arn =
                value("arn").flatMap(Arn::tryParse).filter(a -> a.resourceType().equals("user"));
        if (arn.isEmpty()) {
            unreadable("Its arn is not the ARN of a user.");
        } else if (document.belongsTo(reading.account(), arn.get())) {
            user(arn.get());
        }
    }

    private void user(Arn arn) {
        user = arn.toString();
        if (flag("password_enabled").orElse(false)) {
            var password = new TreeMap<String, Object>();
            date("password_last_used").ifPresent(d -> password.put("passwordLastUsed", d));
            date("password_last_changed").ifPresent(d -> password.put("passwordLastChanged", d));
            credential(EntityKind.LOGIN_PROFILE, "login-profile", "login profile", password);
        }
        if (flag("mfa_active").orElse(false)) {
            credential(EntityKind.MFA_DEVICE, "mfa-device/unlisted", "MFA device", Map.of());
        }
        for (int slot = 1; slot <= 2; slot++) {
            accessKey(slot);
            certificate(slot);
        }
        var facts = new TreeMap<String, Object>();
        date("password_last_used").ifPresent(d -> facts.put("passwordLastUsed", d));
        date("user_creation_time").ifPresent(d -> facts.put("reportUserCreationTime", d));
        reading.ledger().item(CredentialReport.EVIDENCE);
        reading.add(new Entity(
                EntityKind.USER,
                user,
                value("user").orElse(arn.resourceName()),
                CredentialReport.EVIDENCE,
                facts,
                credentials));
    }

    /** A key exists if it is active, or was ever rotated or used: an inactive one blocks the user's deletion as well. */
    private void accessKey(int slot) {
        var column = "access_key_" + slot + "_";
        boolean active = flag(column + "active").orElse(false);
        var facts = new TreeMap<String, Object>(Map.of("status", active ? "Active" : "Inactive"));
        date(column + "last_rotated").ifPresent(d -> facts.put("lastRotated", d));
        date(column + "last_used_date").ifPresent(d -> facts.put("lastUsedDate", d));
        if (active || facts.size() > 1) {
            value(column + "last_used_region").ifPresent(v -> facts.put("lastUsedRegion", v));
            value(column + "last_used_service").ifPresent(v -> facts.put("lastUsedService", v));
            credential(EntityKind.ACCESS_KEY, "access-key/slot-" + slot, "access key " + slot, facts);
        }
    }

    private void certificate(int slot) {
        var column = "cert_" + slot + "_";
        boolean active = flag(column + "active").orElse(false);
        var facts = new TreeMap<String, Object>(Map.of("status", active ? "Active" : "Inactive"));
        date(column + "last_rotated").ifPresent(d -> facts.put("lastRotated", d));
        if (active || facts.size() > 1) {
            credential(
                    EntityKind.SIGNING_CERTIFICATE,
                    "signing-certificate/slot-" + slot,
                    "signing certificate " + slot,
                    facts);
        }
    }

    private void credential(EntityKind kind, String local, String name, Map<String, Object> facts) {
        var entity = new Entity(kind, user + "/" + local, name, CredentialReport.EVIDENCE, facts, List.of());
        reading.add(entity);
        credentials.add(Relationship.of(RelationshipType.HAS_CREDENTIAL, entity.ref()));
    }

    /** The column's value; empty where the report has none to tell. */
    private Optional<String> value(String column) {
        return Optional.of(row.isSet(column) ? row.get(column).strip() : "")
                .filter(v -> !v.isEmpty()
                        && !v.equalsIgnoreCase("N/A")
                        && !v.equals("no_information")
                        && !v.equals("not_supported"));
    }

    private Optional<java.time.ZonedDateTime> date(String column) {
        return value(column).flatMap(Dates::parse);
    }

    /** True or false; anything else makes the report partial, because a credential may hide behind it. */
    private Optional<Boolean> flag(String column) {
        var value = value(column);
        if (value.filter(v -> v.matches("(?i)true|false")).isPresent()) {
            return value.map(Boolean::parseBoolean);
        }
        if (row.isMapped(column)) {
            unreadable("Its " + column + " is neither true nor false.");
        }
        return Optional.empty();
    }

    private void unreadable(String why) {
        var position = "row " + row.getRecordNumber();
        reading.problem(document, position, why);
        reading.ledger().gap(CredentialReport.EVIDENCE, document.name() + ", " + position + ": " + why);
    }
}
