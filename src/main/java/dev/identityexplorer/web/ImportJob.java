package dev.identityexplorer.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One import that this server runs, and who listens to it. */
final class ImportJob {

    private final String id;
    private final List<BiConsumer<String, Object>> listeners = new CopyOnWriteArrayList<>();
    private ImportTask.Progress progress = ImportTask.Progress.START;
    private @Nullable Map<String, Object> result;
    private @Nullable Map<String, @Nullable Object> failure;

    ImportJob(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Tells {@code listener} the present state and all that follows; events are {@code progress}, {@code done}, {@code failed}. */
    synchronized void listen(BiConsumer<String, Object> listener) {
        if (result != null) {
            listener.accept("done", result);
        } else if (failure != null) {
            listener.accept("failed", failure);
        } else {
            listener.accept("progress", map(progress));
            listeners.add(listener);
        }
    }

    void forget(BiConsumer<String, Object> listener) {
        listeners.remove(listener);
    }

    synchronized void progress(ImportTask.Progress now) {
        progress = now;
        listeners.forEach(listener -> listener.accept("progress", map(now)));
    }

    synchronized void done(Map<String, Object> all) {
        result = all;
        listeners.forEach(listener -> listener.accept("done", all));
        listeners.clear();
    }

    synchronized void failed(Map<String, @Nullable Object> problem) {
        failure = problem;
        listeners.forEach(listener -> listener.accept("failed", problem));
        listeners.clear();
    }

    /** What {@code GET imports/{id}} adds to the history. */
    synchronized Map<String, @Nullable Object> state() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("state", result != null ? "finished" : failure != null ? "failed" : "running");
        map.put("progress", map(progress));
        if (result != null) {
            map.put("result", result);
        }
        if (failure != null) {
            map.put("failure", failure);
        }
        return map;
    }

    private static Map<String, @Nullable Object> map(ImportTask.Progress progress) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("phase", progress.phase());
        map.put("accountId", progress.accountId().orElse(null));
        map.put("accounts", progress.accounts());
        map.put("accountsTotal", progress.accountsTotal());
        map.put("bytes", progress.bytes());
        map.put("bytesTotal", progress.bytesTotal());
        return map;
    }
}
