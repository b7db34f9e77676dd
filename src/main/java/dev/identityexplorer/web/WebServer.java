package dev.identityexplorer.web;

import dev.identityexplorer.graph.GraphException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.json.JavalinJackson;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The web server. It answers at once, with "starting" until {@link #open}; every request passes {@link Guard}.
 */
public final class WebServer implements AutoCloseable {

    /** A handler that needs the database. */
    private interface Answer {
        void to(Api api, Context ctx) throws Exception;
    }

    private static final String STARTING = "The database is starting; try again in a second.";
    private static final int MOST_JSON = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebOptions options;
    private final Listener listener;
    private final Metrics metrics = new Metrics();
    private final AuditLog audit;
    private final Guard guard;
    private final SessionResource session;
    private final Javalin javalin;
    private final ContentPolicy policy;
    private final StaticFiles files = new StaticFiles();
    private final byte[] contract = StaticFiles.read("openapi.yaml").orElse(new byte[0]);
    private final byte[] startingPage = StaticFiles.read("web/starting.html").orElse(new byte[0]);
    private final AtomicReference<@Nullable Api> api = new AtomicReference<>();

    private WebServer(WebOptions options, Duration patience) {
        this.options = options;
        this.listener = new Listener(options, patience);
        this.audit = new AuditLog(options.access(), metrics, Clock.systemUTC());
        this.guard = new Guard(options, audit, Clock.systemUTC());
        this.session = new SessionResource(guard);
        this.policy = new ContentPolicy(StaticFiles.page());
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts to listen.
     *
     * @throws WebException if the port is taken, or a file of the options cannot be used
     */
    public static WebServer start(WebOptions options) {
        return start(options, PATIENCE);
    }

    /** @param patience how long a client may take to send what the server waits for */
    static WebServer start(WebOptions options, Duration patience) {
        var server = new WebServer(options, patience);
        try {
            server.javalin.start();
        } catch (WebException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new WebException(
                    500,
                    "port",
                    "Nobody can listen at " + options.host() + ", port " + options.port()
                            + "; another program does. Choose another one with --port, or 0 for any.",
                    e);
        }
        server.guard.listening(server.javalin.port());
        return server;
    }

    /** The database is there: from now on requests are answered. */
    public void open(Workspace workspace) {
        api.set(new Api(workspace, new Uploads(options.uploads()), audit));
    }

    /** Where a browser finds it. */
    public URI uri() {
        var host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create((options.tls().isPresent() ? "https://" : "http://") + host + ":" + javalin.port() + "/");
    }

    @Override
    public void close() {
        // First what was uploaded: where a signal ends the process, there is little time.
        Uploads.remove(options.uploads());
        javalin.stop();
        Optional.ofNullable(api.get()).ifPresent(Api::close);
        metrics.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jsonMapper(new JavalinJackson(Json.MAPPER, false));
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes =
                false; // else a path that Guard knows has another form that it does not know
        config.http.maxRequestSize = MOST_JSON;
        config.http.generateEtags = false;
        config.jetty.multipartConfig.cacheDirectory(options.uploads().toString());
        config.jetty.multipartConfig.maxFileSize(Uploads.MOST_BYTES, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(Uploads.MOST_BYTES, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(64, SizeUnit.KB);
        config.jetty.modifyHttpConfiguration(Listener::limit);
        config.jetty.addConnector(listener::connector);
        config.jetty.modifyServletContextHandler(context -> {
            context.setMaxFormKeys(Uploads.MOST_FILES);
            context.setMaxFormContentSize(MOST_JSON);
        });
        config.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrors()));
        config.jetty.modifyServer(Listener::limit);
        routes(config.routes);
        Problems.register(config.routes);
    }

    private void routes(RoutesConfig routes) {
        routes.before(ctx -> {
            metrics.started(ctx);
            policy.apply(ctx);
            if (options.tls().isPresent()) {
                ctx.header("Strict-Transport-Security", "max-age=31536000");
            }
            guard.check(ctx);
        });
        routes.after(ctx -> {
            audit.finish(ctx);
            metrics.finished(ctx);
        });
        routes.get("/health", this::health);
        routes.get("/metrics", metrics::get);
        routes.get("/api/v1/health", this::health);
        routes.get("/api/v1/session", session::get);
        routes.post("/api/v1/session", session::logIn);
        routes.delete("/api/v1/session", session::logOut);
        routes.get(
                "/api/v1/openapi.yaml",
                ctx -> ctx.contentType("application/yaml").result(contract));
        routes.get("/api/v1/summary", on((api, ctx) -> api.summary.get(ctx)));
        routes.get("/api/v1/entities", on((api, ctx) -> api.entities.get(ctx)));
        routes.get("/api/v1/entity", on((api, ctx) -> api.entity.get(ctx)));
        routes.get("/api/v1/deletion", on((api, ctx) -> api.deletion.get(ctx)));
        routes.post("/api/v1/plans", on((api, ctx) -> api.deletion.plan(ctx)));
        routes.get("/api/v1/services", on((api, ctx) -> api.services.get(ctx)));
        routes.get("/api/v1/tags", on((api, ctx) -> api.tags.get(ctx)));
        routes.get("/api/v1/graph", on((api, ctx) -> api.graph.get(ctx)));
        routes.get("/api/v1/graph/path", on((api, ctx) -> api.graph.path(ctx)));
        routes.get("/api/v1/queries", on((api, ctx) -> api.queries.list(ctx)));
        routes.get("/api/v1/queries/{name}", on((api, ctx) -> api.queries.run(ctx)));
        routes.post("/api/v1/cypher", on((api, ctx) -> api.queries.ask(ctx)));
        routes.get("/api/v1/cypher/words", on((api, ctx) -> api.queries.words(ctx)));
        routes.get("/api/v1/imports", on((api, ctx) -> api.imports.list(ctx)));
        routes.post("/api/v1/imports", on((api, ctx) -> api.imports.upload(ctx)));
        routes.get("/api/v1/imports/{id}", on((api, ctx) -> api.imports.one(ctx)));
        routes.before("/api/v1/imports/{id}/events", on((api, ctx) -> api.imports.requireJob(ctx)));
        routes.sse(
                "/api/v1/imports/{id}/events",
                client -> Optional.ofNullable(api.get()).ifPresent(api -> api.imports.events(client)));
        routes.get("/api/v1/campaigns", on((api, ctx) -> api.campaigns.list(ctx)));
        routes.post("/api/v1/campaigns", on((api, ctx) -> api.campaigns.begin(ctx)));
        routes.get("/api/v1/campaigns/{name}", on((api, ctx) -> api.campaigns.one(ctx)));
        routes.delete("/api/v1/campaigns/{name}", on((api, ctx) -> api.campaigns.end(ctx)));
        routes.get("/api/v1/report", on((api, ctx) -> api.report.get(ctx)));
        routes.get("/api/v1/findings", on((api, ctx) -> api.findings.list(ctx)));
        routes.get("/api/v1/changes", on((api, ctx) -> api.history.changes(ctx)));
        routes.get("/api/v1/changes/difference", on((api, ctx) -> api.history.difference(ctx)));
        routes.get("/", this::page);
        routes.get("/<path>", this::page);
    }

    private Handler on(Answer answer) {
        return ctx -> {
            var ready = api.get();
            if (ready == null) {
                throw WebException.unavailable(STARTING);
            }
            answer.to(ready, ctx);
        };
    }

    private void page(Context ctx) {
        if (ctx.path().startsWith("/api/")) {
            throw WebException.notFound("There is nothing at " + ctx.path() + "; openapi.yaml lists what there is.");
        }
        if (api.get() == null && StaticFiles.view(ctx.path())) {
            ctx.header("Retry-After", "1");
            ctx.status(503).contentType("text/html; charset=utf-8").result(startingPage);
        } else {
            files.serve(ctx);
        }
    }

    private void health(Context ctx) {
        var ready = api.get();
        var map = new LinkedHashMap<String, Object>();
        map.put("status", "up");
        map.put("version", options.version());
        map.put("database", ready == null ? "none" : ready.database());
        map.put("detail", "");
        if (ready == null) {
            map.put("status", "starting");
            map.put("detail", STARTING);
        } else {
            try {
                ready.requireAnswer();
            } catch (GraphException e) {
                map.put("status", "down");
                map.put("detail", "The database does not answer; it is tried again with each request.");
            }
        }
        boolean up = map.get("status").equals("up");
        if (!up) {
            ctx.header("Retry-After", "1");
        }
        ctx.status(up ? 200 : 503).json(map);
    }
}
