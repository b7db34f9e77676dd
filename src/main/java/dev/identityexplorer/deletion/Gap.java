package dev.identityexplorer.deletion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Evidence that an answer lacks.
 *
 * @param evidence the word for its kind, such as {@code ssh-public-keys}
 * @param resourceType for inventories
 * @param region for inventories; {@code *} where no region was seen
 * @param state {@code missing}, {@code partial}, {@code denied} or {@code stale}
 * @param purpose {@code verdict} or {@code impact}
 * @param detail what is wrong with what was imported; empty where nothing was
 * @param suppliedBy the AWS CLI command that supplies it; empty where none can
 * @param saveAs the file below a folder to import that keeps what the command prints, so that its place tells whose it is
 */
public record Gap(
        String evidence,
        Optional<String> resourceType,
        Optional<String> region,
        String state,
        String purpose,
        String detail,
        Optional<String> suppliedBy,
        Optional<String> saveAs) {

    /** The wire form. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("evidence", evidence);
        map.put("resourceType", resourceType.orElse(null));
        map.put("region", region.orElse(null));
        map.put("state", state);
        map.put("for", purpose);
        map.put("detail", detail);
        map.put("suppliedBy", suppliedBy.orElse(null));
        map.put("saveAs", saveAs.orElse(null));
        return map;
    }
}
