package dev.identityexplorer.cli;

import dev.identityexplorer.collect.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** A bar with the time left on a terminal, nothing elsewhere. What is left to do becomes known on the way. */
final class CollectProgress implements Progress, AutoCloseable {

    private final @Nullable ProgressBar bar;

    CollectProgress() {
        bar = System.console() == null
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("Collecting")
                        .setInitialMax(0)
                        .clearDisplayOnFinish()
                        .build();
    }

    @Override
    public synchronized void planned(int calls) {
        if (bar != null) {
            bar.maxHint(bar.getMax() + calls);
        }
    }

    @Override
    public void done(String accountId, String region, String operation) {
        if (bar != null) {
            bar.setExtraMessage(accountId + " " + region + " " + operation);
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
