package dev.identityexplorer.collect;

import java.util.Map;
import java.util.TreeMap;

/** What came of collecting an account; counted by several threads. */
public final class AccountSummary {

    private final String accountId;
    private final Map<String, Integer> errors = new TreeMap<>();
    private int whole;
    private int partial;
    private int kept;

    AccountSummary(String accountId) {
        this.accountId = accountId;
    }

    synchronized void addKept() {
        kept++;
    }

    synchronized void add(Task task, Answer answer) {
        answer.failure()
                .ifPresent(failure -> errors.merge(
                        failure.code() + " " + task.call().operation().split(" ")[0], 1, Integer::sum));
        if (answer.failure().isEmpty()) {
            whole++;
        } else if (answer.content().isPresent()) {
            partial++;
        }
    }

    synchronized void refused(Failure failure) {
        errors.merge(failure.code() + " sts", 1, Integer::sum);
    }

    public String accountId() {
        return accountId;
    }

    /** Answers that are there as a whole, and new. */
    public synchronized int whole() {
        return whole;
    }

    /** Answers of which pages are missing. */
    public synchronized int partial() {
        return partial;
    }

    /** Answers of an earlier run that were kept. */
    public synchronized int kept() {
        return kept;
    }

    /** How often each error came instead of an answer, by its code and the service. */
    public synchronized Map<String, Integer> errors() {
        return new TreeMap<>(errors);
    }
}
