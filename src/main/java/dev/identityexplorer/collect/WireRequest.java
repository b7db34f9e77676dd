package dev.identityexplorer.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.identityexplorer.catalogue.ReadCall;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** A call as it goes over the wire: arguments in the path where that names them, else in the query of a GET, else in the body. */
final class WireRequest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReadCall call;
    private final SdkHttpMethod method;
    private final String path;
    private final Map<String, Object> query = new LinkedHashMap<>();
    private final byte[] body;

    WireRequest(ReadCall call, Map<String, Object> arguments) {
        this.call = call;
        var http = call.http().split(" ", 2);
        method = SdkHttpMethod.fromValue(http[0]);
        var open = http[1];
        var others = new LinkedHashMap<String, Object>();
        for (var argument : arguments.entrySet()) {
            var placeholder = "{" + argument.getKey() + "}";
            if (open.contains(placeholder)) {
                open = open.replace(placeholder, encode(argument.getValue().toString()));
            } else {
                others.put(argument.getKey(), argument.getValue());
            }
        }
        path = open;
        if (method == SdkHttpMethod.GET) {
            query.putAll(others);
            body = new byte[0];
        } else {
            body = body(others).getBytes(StandardCharsets.UTF_8);
        }
    }

    private String body(Map<String, Object> arguments) {
        if (call.service().protocol() == dev.identityexplorer.catalogue.CalledService.Protocol.QUERY) {
            var form = new LinkedHashMap<String, Object>();
            form.put("Action", call.api());
            form.put("Version", call.service().version());
            form.putAll(arguments);
            return form.entrySet().stream()
                    .map(e -> encode(e.getKey()) + "=" + encode(e.getValue().toString()))
                    .collect(Collectors.joining("&"));
        }
        try {
            return JSON.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new CollectException("The arguments of " + call.operation() + " cannot be written as JSON.", e);
        }
    }

    SdkHttpRequest http(URI endpoint) {
        var request = SdkHttpRequest.builder().method(method).uri(endpoint).encodedPath(path);
        query.forEach((name, value) -> request.putRawQueryParameter(name, List.of(value.toString())));
        request.putHeader("User-Agent", "identity-explorer-collect");
        switch (call.service().protocol()) {
            case JSON ->
                request.putHeader(
                                "Content-Type",
                                "application/x-amz-json-" + call.service().version())
                        .putHeader("X-Amz-Target", call.service().target() + "." + call.api());
            case REST_JSON -> request.putHeader("Content-Type", "application/json");
            case QUERY -> request.putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
            case SDK -> throw new CollectException(call.operation() + " is for a client of the AWS SDK.");
        }
        return request.build();
    }

    /** Nothing for a GET: with a body, even an empty one, {@code HttpURLConnection} would make a POST of it. */
    Optional<ContentStreamProvider> content() {
        return method == SdkHttpMethod.GET ? Optional.empty() : Optional.of(ContentStreamProvider.fromByteArray(body));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
