package dev.identityexplorer.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.catalogue.ReadCall;
import java.util.Map;

/** Asks AWS for one page. */
interface Transport {

    /**
     * @param arguments filled in, by their names on the wire
     * @throws software.amazon.awssdk.core.exception.SdkException if AWS refuses or cannot be reached
     */
    ObjectNode page(ReadCall call, String region, Map<String, Object> arguments);
}
