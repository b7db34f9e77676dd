package dev.identityexplorer.strict;

import static dev.identityexplorer.strict.Lists.DATE;

import java.util.ArrayList;
import java.util.List;

/**
 * A credential report. What AWS documents of inactive keys and certificates is that their dates may be {@code N/A}; what
 * it answers mostly has them.
 *
 * @param silent whether inactive ones show nothing at all
 */
record Report(Account account, boolean silent) {

    private static final String HEADER = "user,arn,user_creation_time,password_enabled,password_last_used,"
            + "password_last_changed,password_next_rotation,mfa_active,"
            + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
            + "access_key_1_last_used_region,access_key_1_last_used_service,"
            + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
            + "access_key_2_last_used_region,access_key_2_last_used_service,"
            + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    String text() {
        var lines = new ArrayList<String>();
        lines.add(HEADER);
        lines.add("<root_account>,arn:aws:iam::" + account.id + ":root," + DATE + ",not_supported,no_information,"
                + "not_supported,not_supported," + !account.rootDevices.isEmpty()
                + ",false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A");
        account.users.values().forEach(user -> lines.add(row(user)));
        return String.join("\n", lines) + "\n";
    }

    private String row(Account.User user) {
        var row = new ArrayList<>(List.of(quoted(user.name), quoted(user.arn), DATE));
        row.addAll(
                user.password ? List.of("true", "no_information", DATE, "N/A") : List.of("false", "N/A", "N/A", "N/A"));
        row.add(String.valueOf(!user.devices.isEmpty()));
        var keys = List.copyOf(user.keys.values());
        for (int slot = 0; slot < 2; slot++) {
            add(row, slot < keys.size() ? keys.get(slot) : "");
            row.addAll(List.of("N/A", "N/A", "N/A"));
        }
        var certificates = List.copyOf(user.certificates.values());
        for (int slot = 0; slot < 2; slot++) {
            add(row, slot < certificates.size() ? certificates.get(slot) : "");
        }
        return String.join(",", row);
    }

    private void add(List<String> row, String status) {
        row.add(String.valueOf(status.equals("Active")));
        row.add(status.isEmpty() || silent && status.equals("Inactive") ? "N/A" : DATE);
    }

    private static String quoted(String text) {
        return text.matches("[^,\"]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
