package dev.identityexplorer.collect;

import dev.identityexplorer.catalogue.ReadCall;

/**
 * One call to be made, and where its answer goes.
 *
 * @param region in which AWS is asked
 * @param folder the Region's folder in the bundle, {@code global} for what is asked once
 * @param parameter empty where the operation has one file
 */
record Task(ReadCall call, String region, String folder, String parameter, Values values) {

    /** The file below the account's folder. */
    String file() {
        return FileNames.of(folder, call.fileName(), parameter);
    }
}
