package dev.identityexplorer.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.identityexplorer.catalogue.CalledService;
import dev.identityexplorer.catalogue.ReadCall;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An error that a service answered: its code stands in the header {@code x-amzn-ErrorType}, in {@code __type} or in {@code
 * code}, with a namespace before a {@code #} and an address behind a colon, either of which may be absent.
 */
final class WireError {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WireError() {}

    static AwsServiceException of(ReadCall call, SdkHttpResponse response, String body) {
        var json = call.service().protocol() == CalledService.Protocol.QUERY ? QueryXml.error(body) : parse(body);
        var code = Stream.of(
                        response.firstMatchingHeader("x-amzn-ErrorType"),
                        text(json, "__type"),
                        text(json, "code"),
                        text(json, "Code"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> text.substring(text.indexOf('#') + 1).split(":", 2)[0])
                .orElse("Http" + response.statusCode());
        var message = Stream.of("message", "Message", "errorMessage")
                .flatMap(name -> text(json, name).stream())
                .findFirst()
                .orElse(response.statusText().orElse("") + " (HTTP " + response.statusCode() + ")");
        return AwsServiceException.builder()
                .statusCode(response.statusCode())
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .serviceName(call.service().name())
                        .sdkHttpResponse(response)
                        .build())
                .build();
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.of(json.path(field).asText("")).filter(text -> !text.isBlank());
    }
}
