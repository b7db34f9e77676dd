package dev.identityexplorer.catalogue;

import java.util.Optional;
import java.util.Set;

/**
 * A service that {@link ReadCall}s ask.
 *
 * @param name as the AWS CLI calls it
 * @param client its class in the AWS SDK, below {@code software.amazon.awssdk.services}; empty for services that
 *     answer in JSON, whose answers need no model to be read
 * @param protocol how it is asked where there is no client
 * @param endpoint the prefix of its endpoints
 * @param signing the name that requests are signed for
 * @param target of the protocol {@code json}: what stands before the operation
 * @param version of the JSON, or of the API where the protocol is {@code query}
 * @param actions the prefix of its IAM actions
 * @param global whether it is asked once, whatever the Region
 * @param region the only Region that has it
 * @param capitals whether its names begin with a small letter on the wire and with a capital one in the AWS CLI
 */
public record CalledService(
        String name,
        Optional<String> client,
        Protocol protocol,
        String endpoint,
        String signing,
        String target,
        String version,
        String actions,
        boolean global,
        Optional<String> region,
        boolean capitals) {

    static final Set<String> COLUMNS = Set.of(
            "service",
            "client",
            "protocol",
            "endpoint",
            "signing",
            "target",
            "version",
            "actions",
            "global",
            "region",
            "capitals");

    /** How requests and answers look; see <a href="https://smithy.io/2.0/aws/protocols/">AWS protocols</a>. */
    public enum Protocol {
        /** As the AWS SDK's client does it. */
        SDK("sdk"),
        JSON("json"),
        REST_JSON("rest-json"),
        QUERY("query");

        private final String word;

        Protocol(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static CalledService of(Row row) {
        var client = row.optional("client");
        var endpoint = row.optional("endpoint").orElse("");
        return new CalledService(
                row.text("service"),
                client,
                client.isPresent() ? Protocol.SDK : Words.of(Protocol.values(), Protocol::word, "protocol", row),
                endpoint,
                row.optional("signing").orElse(endpoint),
                row.optional("target").orElse(""),
                row.optional("version").orElse(""),
                row.optional("actions").orElse(row.text("service")),
                row.yesOrNo("global").orElse(false),
                row.optional("region"),
                row.yesOrNo("capitals").orElse(false));
    }
}
