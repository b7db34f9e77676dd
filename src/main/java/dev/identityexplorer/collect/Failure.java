package dev.identityexplorer.collect;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Why a call has no answer.
 *
 * @param code of AWS, {@code AccessDenied}; or what the AWS CLI calls it if AWS was not reached
 * @param message of AWS
 */
record Failure(String code, String message) {

    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");

    static Failure of(SdkException e) {
        if (e instanceof AwsServiceException service) {
            var details = Optional.ofNullable(service.awsErrorDetails());
            var code = details.map(d -> d.errorCode()).filter(c -> c != null && !c.isBlank());
            return new Failure(
                    code.map(c -> c.replaceAll("[^\\w.]", ""))
                            .filter(c -> !c.isEmpty())
                            .orElse("Http" + service.statusCode()),
                    details.map(d -> d.errorMessage()).filter(m -> m != null).orElse(String.valueOf(e.getMessage())));
        }
        var message = String.valueOf(e.getMessage());
        return new Failure(
                message.startsWith("Unable to load credentials") ? "NoCredentials" : "EndpointConnectionError",
                message);
    }

    /** Whether no further call can succeed. */
    boolean isExpired() {
        return EXPIRED.contains(code);
    }

    /** As the AWS CLI prints it, which is how {@code source} knows an error from an answer. */
    String text(String api) {
        return "\nAn error occurred (" + code + ") when calling the " + api + " operation: "
                + message.replaceAll("\\s+", " ") + "\n";
    }
}
