package dev.identityexplorer.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.catalogue.CalledService;
import dev.identityexplorer.catalogue.ReadCall;
import dev.identityexplorer.catalogue.ReadCalls;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Makes one call: what has to be asked before, all pages, and again as long as AWS is still at work. */
final class Asking implements AutoCloseable {

    /** A report or a job is ready in seconds; after four minutes it is not going to be. */
    private static final int TRIES = 30;

    private final ReadCalls calls;
    private final SdkCalls sdk;
    private final JsonCalls json;

    Asking(Session session, ReadCalls calls) {
        this.calls = calls;
        this.sdk = new SdkCalls(session);
        this.json = new JsonCalls(session);
    }

    /**
     * What AWS answers.
     *
     * @throws CollectException if the credentials have expired, so that no call can succeed any more
     */
    Answer ask(ReadCall call, String region, Values values) {
        try {
            var filled = values;
            if (call.before().isPresent()) {
                var before = ask(calls.named(call.before().get()), region, values);
                if (before.failure().isPresent()) {
                    return before;
                }
                filled = values.withBefore(before.content().orElseThrow());
            }
            var arguments = filled.arguments(call);
            var answer = pages(call, region, arguments);
            for (int n = 1; n < TRIES && isAtWork(call, answer); n++) {
                Patience.wait(Duration.ofMillis(Math.min(10_000, 500L * n)));
                answer = pages(call, region, arguments);
            }
            return answer;
        } catch (SdkException e) {
            return Answer.failed(failure(e));
        }
    }

    private static boolean isAtWork(ReadCall call, Answer answer) {
        return answer.content().isPresent()
                && call.until()
                        .filter(until -> !answer.content()
                                .get()
                                .path(until.field())
                                .asText()
                                .equals(until.value()))
                        .isPresent();
    }

    private Answer pages(ReadCall call, String region, Map<String, Object> arguments) {
        var transport = call.service().protocol() == CalledService.Protocol.SDK ? sdk : json;
        // a service of one Region is of one partition: no request of another one goes there
        var located = call.service()
                .region()
                .filter(only -> partition(only).equals(partition(region)))
                .orElse(region);
        ObjectNode first = transport.page(call, located, arguments);
        if (call.paging().isEmpty()) {
            return Answer.whole(first);
        }
        var paging = call.paging().get();
        var pages = new Pages(paging);
        var next = new HashMap<>(arguments);
        var token = pages.add(first);
        while (!token.isEmpty()) {
            if (token.equals(next.put(paging.argument(), token))) {
                return partial(pages, new Failure("RepeatedToken", "The next page is the same as the last."));
            }
            try {
                token = pages.add(transport.page(call, located, next));
            } catch (SdkException e) {
                return partial(pages, failure(e));
            }
        }
        return Answer.whole(pages.whole());
    }

    private static String partition(String region) {
        return PartitionMetadata.of(Region.of(region)).id();
    }

    private static Answer partial(Pages pages, Failure failure) {
        return new Answer(java.util.Optional.of(pages.part()), java.util.Optional.of(failure));
    }

    private static Failure failure(SdkException e) {
        var failure = Failure.of(e);
        if (failure.isExpired()) {
            throw new CollectException(
                    "The credentials have expired; renew them and run it again: what is there already is kept.", e);
        }
        return failure;
    }

    @Override
    public void close() {
        sdk.close();
    }
}
