package dev.identityexplorer.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.catalogue.ReadCall;
import dev.identityexplorer.model.CollectedFile;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects one account: the calls of the list, and for each answer the calls that are about what it holds. */
final class AccountRun {

    private final CollectOptions options;
    private final Seeds seeds;
    private final Bundle bundle;
    private final Asking asking;
    private final Workers workers;
    private final Progress progress;
    private final AccountSummary summary;
    private final Instant notBefore;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> notWhole = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();

    AccountRun(
            CollectOptions options,
            Seeds seeds,
            Bundle bundle,
            Asking asking,
            Workers workers,
            Progress progress,
            AccountSummary summary) {
        this.options = options;
        this.seeds = seeds;
        this.bundle = bundle;
        this.asking = asking;
        this.workers = workers;
        this.progress = progress;
        this.summary = summary;
        this.notBefore = Instant.now().minus(options.keep());
    }

    /** Asks for one answer right away. */
    Optional<ObjectNode> ask(Task task) {
        asked.add(task.file());
        progress.planned(1);
        return run(task);
    }

    /** Has everything asked in these Regions; {@link Workers#await()} tells when it is done. */
    void start(java.util.List<String> regions) {
        open.incrementAndGet();
        seeds.tasks(regions, options.with()).forEach(this::submit);
        ended();
    }

    /** A client for each service and Region, of all accounts of a large organization, would take more memory than there is. */
    private void ended() {
        if (open.decrementAndGet() == 0) {
            asking.close();
        }
    }

    /** Removes what an earlier run wrote of things that are gone: a user's keys, when the list of users has no such user. */
    void clean() {
        bundle.remove(new Gone(seeds.calls(), options.with(), asked, notWhole)::test);
    }

    private void submit(Task task) {
        if (asked.add(task.file())) {
            progress.planned(1);
            open.incrementAndGet();
            workers.submit(() -> {
                try {
                    run(task);
                } finally {
                    ended();
                }
            });
        }
    }

    private Optional<ObjectNode> run(Task task) {
        var content = bundle.kept(task.file(), notBefore);
        if (content.isPresent()) {
            summary.addKept();
        } else {
            var started = Instant.now();
            var answer = asking.ask(task.call(), task.region(), task.values());
            bundle.write(task.file(), task.call().api(), answer, started);
            summary.add(task, answer);
            content = answer.content();
            if (answer.state() != CollectedFile.State.WHOLE) {
                notWhole.add(task.folder() + "/" + task.call().fileName());
            }
        }
        progress.done(summary.accountId(), task.folder(), task.call().operation());
        content.ifPresent(answer -> children(task, answer));
        return content;
    }

    private void children(Task task, ObjectNode answer) {
        for (var call : seeds.calls().fedBy(task.call().operation())) {
            if (call.step() || !call.option().map(options.with()::contains).orElse(true)) {
                continue;
            }
            for (var feed : call.feeds()) {
                if (feed.call().equals(task.call().operation())
                        && feed.parameter().map(task.parameter()::equals).orElse(true)) {
                    elements(answer, feed.list()).forEach(item -> submit(child(call, task, item)));
                }
            }
        }
        seeds.held(task, answer).forEach(this::submit);
    }

    private static Iterable<JsonNode> elements(ObjectNode answer, String list) {
        var elements = Pages.at(answer, list);
        return elements.isArray() ? elements : JsonNodeFactory.instance.arrayNode();
    }

    private static Task child(ReadCall call, Task parent, JsonNode item) {
        var values = parent.values().withItem(item, parent.parameter());
        return new Task(
                call, parent.region(), parent.folder(), values.fill(call.file().orElse("")), values);
    }
}
