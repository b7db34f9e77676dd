package dev.identityexplorer.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Set;

/** How the server does, as Prometheus reads it. Labels are few and known, so that nobody fills the memory with them. */
final class Metrics implements AutoCloseable {

    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String STARTED = Metrics.class.getName();
    private static final Set<String> OPERATIONS = Set.of(
            "summary",
            "entities",
            "entity",
            "deletion",
            "plans",
            "services",
            "tags",
            "graph",
            "queries",
            "cypher",
            "imports",
            "changes",
            "campaigns",
            "findings",
            "report",
            "health",
            "session",
            "openapi.yaml");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    void started(Context ctx) {
        ctx.attribute(STARTED, System.nanoTime());
    }

    void finished(Context ctx) {
        Long started = ctx.attribute(STARTED);
        if (started != null) {
            registry.timer("explorer.requests", "operation", operation(ctx.path()), "status", ctx.statusCode() + "")
                    .record(Duration.ofNanos(System.nanoTime() - started));
        }
    }

    /** Counts what {@link AuditLog} knows of, whether or not it writes it down. */
    void count(String event) {
        registry.counter("explorer.events", "event", event).increment();
    }

    void get(Context ctx) {
        ctx.contentType(MEDIA_TYPE).result(registry.scrape());
    }

    private static String operation(String path) {
        if (!path.startsWith("/api/v1/")) {
            return path.startsWith("/api/") ? "other" : "page";
        }
        var word = path.substring(8).replaceFirst("/.*", "");
        return OPERATIONS.contains(word) ? word : "other";
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
