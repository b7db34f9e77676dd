package dev.identityexplorer.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.catalogue.ReadCall;
import java.util.List;

/** The pages of an answer as one: lists go on, everything else is as the last page has it. */
final class Pages {

    private static final String LAST = "[-1]";

    private final ReadCall.Paging paging;
    private final ObjectNode all = JsonNodeFactory.instance.objectNode();

    Pages(ReadCall.Paging paging) {
        this.paging = paging;
    }

    /** Takes a page; the token of the next one, empty on the last. */
    String add(ObjectNode page) {
        merge(all, page);
        boolean more =
                paging.more().map(field -> page.path(field).asBoolean(false)).orElse(true);
        return more ? at(page, paging.token()).asText("") : "";
    }

    /** All pages, without what was said of paging. */
    ObjectNode whole() {
        if (!paging.token().contains(".") && !paging.token().endsWith(LAST)) {
            all.remove(List.of(paging.token(), "IsTruncated"));
        }
        return all;
    }

    /** The pages so far; what says that there are more is in them. */
    ObjectNode part() {
        return all;
    }

    private static void merge(ObjectNode to, ObjectNode from) {
        from.properties().forEach(field -> {
            var known = to.get(field.getKey());
            if (known instanceof ArrayNode list && field.getValue() instanceof ArrayNode more) {
                list.addAll(more);
            } else if (known instanceof ObjectNode object && field.getValue() instanceof ObjectNode more) {
                merge(object, more);
            } else {
                to.set(field.getKey(), field.getValue());
            }
        });
        to.properties().removeIf(field -> field.getValue().isValueNode() && !from.has(field.getKey()));
    }

    /** What stands at a dotted path; a path that ends with {@code [-1]} means the last element of a list. */
    static JsonNode at(JsonNode node, String path) {
        var at = node;
        for (var name : path.replace(LAST, "").split("\\.")) {
            at = at.path(name);
        }
        if (!path.endsWith(LAST)) {
            return at;
        }
        return at.isEmpty() ? MissingNode.getInstance() : at.get(at.size() - 1);
    }
}
