package dev.identityexplorer.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.catalogue.CalledService;
import dev.identityexplorer.catalogue.ReadCall;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * Asks services that answer in JSON: the request is signed by the SDK and sent as it is, the answer is what the AWS CLI
 * prints. See <a href="https://smithy.io/2.0/aws/protocols/index.html">AWS protocols</a>.
 */
final class JsonCalls implements Transport {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a service is asked, and the Region that requests are signed for. */
    private record Endpoint(URI uri, String signingRegion) {}

    private final Session session;
    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<String, Patience> patience = new ConcurrentHashMap<>();

    JsonCalls(Session session) {
        this.session = session;
    }

    @Override
    public ObjectNode page(ReadCall call, String region, Map<String, Object> arguments) {
        session.readOnly().require(call);
        var key = call.service().name() + " " + region;
        return patience.computeIfAbsent(key, k -> new Patience(k)).ask(() -> send(call, region, arguments));
    }

    private ObjectNode send(ReadCall call, String region, Map<String, Object> arguments) {
        var endpoint = endpoints.computeIfAbsent(
                call.service().name() + " " + region, key -> endpoint(call.service(), region));
        var request = new WireRequest(call, arguments);
        var signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(session.credentials().resolveCredentials())
                        .request(request.http(located(call, endpoint.uri())))
                        .payload(request.content().orElse(null))
                        .putProperty(
                                AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                                call.service().signing())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, endpoint.signingRegion()));
        var send = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(send::contentStreamProvider);
        try {
            var response = session.http().prepareRequest(send.build()).call();
            var body = "";
            if (response.responseBody().isPresent()) {
                try (var in = response.responseBody().get()) {
                    body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            if (!response.httpResponse().isSuccessful()) {
                throw WireError.of(call, response.httpResponse(), body);
            }
            return answer(call, body);
        } catch (IOException e) {
            throw SdkClientException.create(
                    "Could not connect to the endpoint URL: \"" + endpoint.uri() + "\" (" + e + ")", e);
        }
    }

    private static ObjectNode answer(ReadCall call, String body) {
        if (call.service().protocol() == CalledService.Protocol.QUERY) {
            return QueryXml.answer(call, body);
        }
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                dropNulls(object);
                call.empty().filter(list -> !object.has(list)).ifPresent(object::putArray);
                return call.service().capitals() ? Capitals.of(object) : object;
            }
        } catch (JsonProcessingException e) {
            throw SdkClientException.create("The answer of " + call.operation() + " is not JSON.", e);
        }
        throw SdkClientException.create("The answer of " + call.operation() + " is not a JSON object.");
    }

    /** The endpoint with what the operation wants before its name; one that was configured stays as it is. */
    private static URI located(ReadCall call, URI endpoint) {
        var uri = endpoint.toString();
        return call.host().isEmpty()
                        || !uri.startsWith("https://" + call.service().endpoint() + ".")
                ? endpoint
                : URI.create(uri.replace("https://", "https://" + call.host()));
    }

    /** What is null the AWS CLI does not print. */
    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        node.forEach(JsonCalls::dropNulls);
    }

    /** As configured, {@code AWS_ENDPOINT_URL} included; else as the SDK knows the service. */
    private Endpoint endpoint(CalledService service, String region) {
        var metadata = ServiceMetadata.of(service.endpoint());
        var asked = Region.of(region);
        var global = metadata.servicePartitions().stream()
                .filter(partition -> partition
                        .partition()
                        .id()
                        .equals(
                                asked.metadata() == null
                                        ? "aws"
                                        : asked.metadata().partition().id()))
                .flatMap(partition -> partition.globalRegion().stream())
                .findFirst();
        var located = global.orElse(asked);
        var id = service.name().toUpperCase(Locale.ROOT).replace('-', '_');
        var configured = AwsClientEndpointProvider.builder()
                .serviceEndpointOverrideEnvironmentVariable("AWS_ENDPOINT_URL_" + id)
                .serviceEndpointOverrideSystemProperty("aws.endpointUrl" + service.name())
                .serviceProfileProperty(id.toLowerCase(Locale.ROOT))
                .profileFile(ProfileFile::defaultProfileFile);
        session.profile().ifPresent(configured::profileName);
        var uri = configured
                .resolveFromOverrides()
                .orElseGet(() -> URI.create("https://" + metadata.endpointFor(located)));
        return new Endpoint(uri, metadata.signingRegion(located).id());
    }
}
