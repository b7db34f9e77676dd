package dev.identityexplorer.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.identityexplorer.deletion.Answer;
import dev.identityexplorer.deletion.Deletions;
import dev.identityexplorer.deletion.PlanPage;
import dev.identityexplorer.deletion.Planner;
import dev.identityexplorer.deletion.Script;
import dev.identityexplorer.graph.Identities;
import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /deletion} and {@code /plans}: would AWS let me, what then, and what to run. */
final class DeletionResource {

    /** The body of {@code POST /plans}. */
    record PlanRequest(List<String> ids, List<String> tags, String format, boolean includeResources, String maxAge) {

        @JsonCreator
        static PlanRequest of(
                @JsonProperty("ids") @Nullable List<String> ids,
                @JsonProperty("tags") @Nullable List<String> tags,
                @JsonProperty("format") @Nullable String format,
                @JsonProperty("includeResources") boolean includeResources,
                @JsonProperty("maxAge") @Nullable String maxAge) {
            return new PlanRequest(
                    ids == null ? List.of() : ids,
                    tags == null ? List.of() : tags,
                    format == null ? "json" : format,
                    includeResources,
                    maxAge == null ? "" : maxAge);
        }
    }

    private static final int MOST_TARGETS = 1_000;

    private final Deletions deletions;
    private final Identities identities;

    DeletionResource(Deletions deletions, Identities identities) {
        this.deletions = deletions;
        this.identities = identities;
    }

    void get(Context ctx) {
        var ids = Params.texts(ctx, "id", 2048, 200);
        if (ids.isEmpty()) {
            throw WebException.badRequest("The parameter id is needed and missing; it may come more than once.");
        }
        ctx.json(answers(ids, Params.text(ctx, "maxAge", 8)).stream()
                .map(Answer::toMap)
                .toList());
    }

    void plan(Context ctx) throws JsonProcessingException {
        var request = Json.body(ctx, PlanRequest.class);
        var ids = new LinkedHashSet<>(request.ids());
        Params.tags(request.tags()).forEach(tag -> ids.addAll(identities.tagged(tag.key(), tag.value())));
        if (ids.isEmpty()) {
            throw WebException.badRequest("A plan needs at least one of ids, or one of tags that something carries.");
        }
        if (ids.size() > MOST_TARGETS) {
            throw WebException.badRequest(
                    "A plan may have " + MOST_TARGETS + " targets, not " + ids.size() + "; make several plans.");
        }
        AuditLog.note(ctx, "plan", Map.of("ids", ids));
        var plan = new Planner(deletions).plan(answers(List.copyOf(ids), request.maxAge()));
        switch (request.format()) {
            case "json" -> ctx.json(plan.toMap());
            case "sh" ->
                text(ctx, "plan.sh", "application/x-sh; charset=utf-8", Script.of(plan, request.includeResources()));
            case "md" ->
                text(ctx, "plan.md", "text/markdown; charset=utf-8", PlanPage.of(plan, request.includeResources()));
            default ->
                throw WebException.badRequest(
                        "The format of a plan must be json, sh or md, not '" + request.format() + "'.");
        }
    }

    private static void text(Context ctx, String file, String type, String text) {
        ctx.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
        ctx.contentType(type).result(text);
    }

    private List<Answer> answers(List<String> ids, String maxAge) {
        return deletions.answers(identities, ids, Params.age("maxAge", maxAge).orElse(Deletions.DEFAULT_MAX_AGE));
    }
}
