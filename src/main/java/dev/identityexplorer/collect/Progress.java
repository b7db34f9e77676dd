package dev.identityexplorer.collect;

/** Hears how far collecting is; called by several threads. */
public interface Progress {

    /** So many more calls are to be made. */
    void planned(int calls);

    /** A call was made, or its answer was kept. */
    void done(String accountId, String region, String operation);
}
