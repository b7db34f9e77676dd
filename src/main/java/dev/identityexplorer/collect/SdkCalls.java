package dev.identityexplorer.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.catalogue.ReadCall;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Asks with the AWS SDK's clients, found by the names that the read-only list has: one for each service and Region. */
final class SdkCalls implements Transport, AutoCloseable {

    private static final String SERVICES = "software.amazon.awssdk.services.";

    private final Session session;
    private final Map<String, SdkClient> clients = new ConcurrentHashMap<>();

    SdkCalls(Session session) {
        this.session = session;
    }

    @Override
    public ObjectNode page(ReadCall call, String region, Map<String, Object> arguments) {
        var type = type(call);
        var method = method(call);
        var client = clients.computeIfAbsent(type.getName() + " " + region, key -> client(type, region));
        var answer = (SdkPojo) invoke(method, client, request(method, arguments, call));
        var object = PojoJson.object(answer);
        if (call.service().name().equals("iam")) {
            PolicyDocuments.decode(object);
        }
        return object;
    }

    private SdkClient client(Class<?> type, String region) {
        try {
            return client(type.getMethod("builder").invoke(null), region);
        } catch (ReflectiveOperationException e) {
            throw new CollectException(
                    type + " has no builder; is another version of the AWS SDK on the class path?", e);
        }
    }

    private SdkClient client(Object builder, String region) {
        var aws = (AwsClientBuilder<?, ?>) builder;
        aws.region(Region.of(region));
        aws.credentialsProvider(session.credentials());
        aws.overrideConfiguration(session.configuration());
        ((AwsSyncClientBuilder<?, ?>) builder).httpClient(session.http());
        if (builder instanceof S3ClientBuilder s3) {
            // buckets are listed in one Region and asked about in their own; a name with a dot fits no host's
            // certificate
            s3.crossRegionAccessEnabled(true).forcePathStyle(true);
        }
        return (SdkClient) aws.build();
    }

    /** The client's class. */
    static Class<?> type(ReadCall call) {
        try {
            return Class.forName(SERVICES + call.service().client().orElseThrow());
        } catch (ClassNotFoundException e) {
            throw new CollectException("The AWS SDK has no " + call.service() + "; the build is incomplete.", e);
        }
    }

    /** The client's method that takes the request itself. */
    static Method method(ReadCall call) {
        return Arrays.stream(type(call).getMethods())
                .filter(m -> m.getName().equalsIgnoreCase(call.api()) && m.getParameterCount() == 1)
                .filter(m -> AwsRequest.class.isAssignableFrom(m.getParameterTypes()[0]))
                .findFirst()
                .orElseThrow(() -> new CollectException("The AWS SDK has no " + call.operation() + "."));
    }

    /** The request with its arguments, which are members of the model. */
    static Object request(Method method, Map<String, Object> arguments, ReadCall call) {
        try {
            var builder = method.getParameterTypes()[0].getMethod("builder").invoke(null);
            arguments.forEach((name, value) -> ((SdkPojo) builder)
                    .sdkFields().stream()
                            .filter(field -> field.memberName().equals(name))
                            .findFirst()
                            .orElseThrow(
                                    () -> new CollectException(call.operation() + " does not take '" + name + "'."))
                            .set(builder, value));
            return ((SdkBuilder<?, ?>) builder).build();
        } catch (ReflectiveOperationException e) {
            throw new CollectException("The request of " + call.operation() + " cannot be made.", e);
        }
    }

    private static Object invoke(Method method, Object client, Object request) {
        try {
            return method.invoke(client, request);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SdkException || e.getCause() instanceof CollectException) {
                throw (RuntimeException) e.getCause();
            }
            throw new CollectException("The AWS SDK failed unexpectedly: " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new CollectException(method + " cannot be called.", e);
        }
    }

    @Override
    public void close() {
        clients.values().forEach(SdkClient::close);
        clients.clear();
    }
}
