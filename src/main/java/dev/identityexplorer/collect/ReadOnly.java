package dev.identityexplorer.collect;

import dev.identityexplorer.catalogue.ReadCall;
import dev.identityexplorer.catalogue.ReadCalls;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The one place that decides what may be called: what is on the read-only list, and nothing else. It stands in every
 * client of the AWS SDK, before a request is made, and before every request that is made without one.
 */
final class ReadOnly implements ExecutionInterceptor {

    private static final String MODELS = "software.amazon.awssdk.services.";
    /** Logs in to another account; it changes nothing there. */
    private static final String LOGIN = "sts/assumerole";

    private final ReadCalls calls;
    private final Set<String> requests = new HashSet<>();

    ReadOnly(ReadCalls calls) {
        this.calls = calls;
        requests.add(LOGIN);
        calls.all()
                .forEach(call -> call.service()
                        .client()
                        .ifPresent(client -> requests.add(
                                client.split("\\.")[0] + "/" + call.api().toLowerCase(Locale.ROOT))));
    }

    /** Refuses a call that the list does not have, or has otherwise. */
    void require(ReadCall call) {
        if (!calls.has(call)) {
            throw refused(call.operation());
        }
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        var type = context.request().getClass().getName();
        var parts = type.startsWith(MODELS) ? type.substring(MODELS.length()).split("\\.") : new String[] {type};
        var name = parts[0] + "/"
                + parts[parts.length - 1].replaceFirst("Request$", "").toLowerCase(Locale.ROOT);
        if (!requests.contains(name)) {
            throw refused(name);
        }
    }

    private static CollectException refused(String what) {
        return new CollectException("Explorer does not call " + what
                + ": it is not on the list of calls that only read (aws/read-calls.json).");
    }
}
