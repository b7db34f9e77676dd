package dev.identityexplorer.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A service as the table
 * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html">AWS
 * services that work with IAM</a> tells it.
 *
 * @param id of its node: the principal, or {@code service/<IAM prefix or name>} where no principal is known or another
 *     service owns it
 * @param name as the newest copy of the table has it
 * @param formerNames as older copies had it
 * @param prefix the IAM prefix of its actions, not unique
 * @param principal the service principal; several services may share one, see {@link Catalogue#service(String)}
 * @param supports the columns of the table
 * @param docUrl its page about IAM
 * @param slrDocUrl its page about service-linked roles
 * @param retired whether it is gone from the newest copy of the table
 * @param source where it is known from, in the words of the file's header
 * @param note anything else that a person should know
 */
public record AwsService(
        String id,
        String name,
        List<String> formerNames,
        Optional<String> prefix,
        Optional<String> principal,
        Supports supports,
        Optional<String> docUrl,
        Optional<String> slrDocUrl,
        boolean retired,
        String source,
        Optional<String> note) {

    static final Set<String> COLUMNS = Set.of(
            "id",
            "name",
            "formerNames",
            "prefix",
            "principal",
            "actions",
            "resourceLevel",
            "resourceBased",
            "abac",
            "temporaryCredentials",
            "serviceLinkedRoles",
            "docUrl",
            "slrDocUrl",
            "retired",
            "source",
            "note");

    /** What the table says of a service and a column. */
    public enum Support {
        YES("Yes"),
        PARTIAL("Partial"),
        NO("No"),
        /** The service is not in the table. */
        UNKNOWN("Unknown");

        private final String word;

        Support(String word) {
            this.word = word;
        }

        /** The word of the table. */
        public String word() {
            return word;
        }
    }

    /**
     * The columns of the table.
     *
     * @param actions whether policies can name single actions
     * @param resourceLevel whether policies can name single resources
     * @param resourceBased whether resources have policies of their own
     * @param abac whether tags can authorize
     * @param temporaryCredentials whether temporary credentials work
     * @param serviceLinkedRoles whether it has service-linked roles; where the note says that a guide contradicts the
     *     table, believe {@link Catalogue#typesOf(String)}
     */
    public record Supports(
            Support actions,
            Support resourceLevel,
            Support resourceBased,
            Support abac,
            Support temporaryCredentials,
            Support serviceLinkedRoles) {

        static Supports of(Row row) {
            return new Supports(
                    support(row, "actions"),
                    support(row, "resourceLevel"),
                    support(row, "resourceBased"),
                    support(row, "abac"),
                    support(row, "temporaryCredentials"),
                    support(row, "serviceLinkedRoles"));
        }

        private static Support support(Row row, String column) {
            return row.optional(column).isEmpty()
                    ? Support.UNKNOWN
                    : Words.of(Support.values(), Support::word, column, row);
        }
    }

    static AwsService of(Row row) {
        return new AwsService(
                row.text("id"),
                row.text("name"),
                row.texts("formerNames"),
                row.optional("prefix"),
                row.optional("principal"),
                Supports.of(row),
                row.optional("docUrl"),
                row.optional("slrDocUrl"),
                row.yesOrNo("retired").orElse(false),
                row.text("source"),
                row.optional("note"));
    }
}
