package dev.identityexplorer.web;

import dev.identityexplorer.graph.GraphException;
import dev.identityexplorer.graph.History;
import dev.identityexplorer.source.SourceException;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /imports}: the history, uploads, and how far they are. One import runs at a time. */
final class ImportsResource implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ImportsResource.class.getName());

    /** Results that are kept for who asks for one again; what each import changed stands in the graph. */
    private static final int KEPT = 20;

    private final History history;
    private final Uploads uploads;
    private final Supplier<ImportTask> tasks;
    private final Runnable afterwards;
    private final AuditLog audit;
    private final Map<String, ImportJob> jobs = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ImportJob> eldest) {
            return size() > KEPT;
        }
    });
    private final AtomicReference<@Nullable ImportJob> running = new AtomicReference<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var daemon = new Thread(work, "import");
        daemon.setDaemon(true);
        return daemon;
    });

    ImportsResource(History history, Uploads uploads, Supplier<ImportTask> tasks, Runnable afterwards, AuditLog audit) {
        this.history = history;
        this.uploads = uploads;
        this.tasks = tasks;
        this.afterwards = afterwards;
        this.audit = audit;
    }

    void list(Context ctx) {
        var cursor = Cursor.of(ctx);
        int limit = Params.limit(ctx);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        history.imports(cursor.skip(), limit + 1).forEach(row -> {
            var job = jobs.get(String.valueOf(row.get("id")));
            if (job != null) {
                row.put("state", job.state().get("state"));
            }
            rows.add(row);
        });
        ctx.json(HistoryResource.page(rows, cursor, limit));
    }

    void one(Context ctx) {
        var id = ctx.pathParam("id");
        var job = jobs.get(id);
        var map = new LinkedHashMap<String, @Nullable Object>();
        history.imported(id).ifPresent(map::putAll);
        if (job == null && map.isEmpty()) {
            throw unknown(id);
        }
        if (map.isEmpty()) {
            map.put("id", id);
            map.put("startedAt", null);
            map.put("finishedAt", null);
            map.put("sources", List.of());
            map.put("accounts", null);
            map.put("problems", null);
            map.put("changes", Map.of("added", 0, "removed", 0, "changed", 0, "verdict", 0));
        }
        if (job != null) {
            map.putAll(job.state());
        }
        ctx.json(map);
    }

    void upload(Context ctx) {
        var task = tasks.get();
        var job = new ImportJob(task.id());
        if (!running.compareAndSet(null, job)) {
            throw new WebException(
                    409, "import-running", "Another import runs; wait until it is over, then send the files again.");
        }
        boolean handedOver = false;
        try {
            var folder = uploads.receive(ctx);
            jobs.put(job.id(), job);
            AuditLog.note(ctx, "import", Map.of("id", job.id(), "files", folder.files(), "bytes", folder.bytes()));
            var visitor = Visitor.of(ctx);
            thread.execute(() -> {
                run(task, job, folder);
                visitor.ifPresent(
                        who -> audit.write(who, "import " + job.state().get("state"), Map.of("id", job.id())));
            });
            handedOver = true;
            var path = "/api/v1/imports/" + job.id();
            ctx.header("Location", path);
            ctx.status(202)
                    .json(Map.of(
                            "id",
                            job.id(),
                            "events",
                            path + "/events",
                            "files",
                            folder.files(),
                            "bytes",
                            folder.bytes()));
        } finally {
            if (!handedOver) {
                running.set(null);
            }
        }
    }

    private void run(ImportTask task, ImportJob job, Uploads.Folder folder) {
        try {
            var result = task.run(folder.path(), folder.sources(), job::progress);
            running.set(null);
            job.done(result);
            afterwards.run();
        } catch (RuntimeException | Error e) { // whatever it is, the next import must not wait for this one
            running.set(null);
            boolean input = e instanceof SourceException;
            LOG.log(
                    input ? System.Logger.Level.INFO : System.Logger.Level.ERROR,
                    "An import failed.",
                    input ? null : e);
            job.failed(
                    input
                            ? Problems.problem(422, "bad-input", "Bad input", withoutFolder(e, folder))
                            : e instanceof GraphException graph && graph.unreachable()
                                    ? Problems.problem(
                                            503,
                                            "unavailable",
                                            "Not available now",
                                            "The database went away; nothing is half-written. Send the files again.")
                                    : Problems.problem(
                                            500,
                                            "internal",
                                            "Error",
                                            "This should not have happened; the server's log says more. No account is half-written."));
        } finally {
            Uploads.remove(folder.path());
        }
    }

    private static String withoutFolder(Throwable e, Uploads.Folder folder) {
        return String.valueOf(e.getMessage())
                .replace(folder.path() + "/", "")
                .replace(folder.path().toString(), "the upload");
    }

    /** @throws WebException if this server does not run that import, or whoever asks does not take events */
    void requireJob(Context ctx) {
        var id = ctx.pathParam("id");
        if (!jobs.containsKey(id)) {
            throw unknown(id);
        }
        // Javalin would answer nothing at all
        if (!String.valueOf(ctx.header("Accept")).contains("text/event-stream")) {
            throw WebException.badRequest("What is told here goes on while the import does: ask for it with"
                    + " 'Accept: text/event-stream'.");
        }
    }

    void events(SseClient client) {
        var job = jobs.get(client.ctx().pathParam("id"));
        if (job == null) {
            client.close();
            return;
        }
        client.keepAlive();
        var listener = new BiConsumer<String, Object>() {
            @Override
            public void accept(String event, Object data) {
                if (!client.terminated()) {
                    client.sendEvent(event, data);
                }
                if (!event.equals("progress")) {
                    client.close();
                }
            }
        };
        client.onClose(() -> job.forget(listener));
        job.listen(listener);
    }

    private static WebException unknown(String id) {
        return WebException.notFound(
                "There is no import '" + id + "' that this server knows; imports lists the history.");
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
