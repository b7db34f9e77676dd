package dev.identityexplorer.source;

import java.util.List;
import java.util.Set;

/**
 * {@code sts get-caller-identity}, which tells whose a folder is that a person named. See
 * <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>.
 */
final class CallerIdentity {

    static final String OPERATION = "sts-get-caller-identity";

    private CallerIdentity() {}

    static List<Format> formats() {
        return List.of(new Format(
                OPERATION,
                Set.of("Account"),
                2,
                shape -> shape.has("Account") && shape.has("UserId") && shape.has("Arn"),
                shape -> true,
                (document, json, reading) -> {},
                (document, reading) -> List.of()));
    }
}
