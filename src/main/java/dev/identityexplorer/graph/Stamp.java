package dev.identityexplorer.graph;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the graph: two equal stamps mean that no import wrote anything in between.
 *
 * @param text changes with every account that is written and every catalogue
 * @param lastImport its id, state and times, or null before the first one
 */
public record Stamp(String text, @Nullable Map<String, @Nullable Object> lastImport) {

    /** Whether the newest import has not ended; one that was killed never does. */
    public boolean importing() {
        return lastImport != null && "running".equals(lastImport.get("state"));
    }

    static Stamp of(Map<String, @Nullable Object> row) {
        var last = Wire.inner(row, "import");
        var text = Wire.text(last, "id") + Wire.text(last, "state") + Wire.text(row, "catalogue")
                + Wire.number(row, "accounts") + "." + Wire.number(row, "written");
        return new Stamp(
                Integer.toHexString(text.hashCode()) + Long.toHexString(Wire.number(row, "written")),
                last.isEmpty() ? null : last);
    }
}
