package dev.identityexplorer.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.identityexplorer.cypher.CypherFileException;
import dev.identityexplorer.deletion.DeletionException;
import dev.identityexplorer.graph.GraphException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rooms throw, as problem details (RFC 9457); the only place that chooses a status for it. */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(401, "Not logged in"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(422, "Nothing to delete"),
            Map.entry(429, "Too many attempts"),
            Map.entry(503, "Not available now"),
            Map.entry(504, "Too slow"));

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(WebException.class, (e, ctx) -> answer(ctx, e.status(), e.type(), sentence(e)));
        routes.exception(GraphException.class, (e, ctx) -> graph(ctx, e));
        routes.exception(
                CypherFileException.class,
                (e, ctx) -> answer(
                        ctx, 400, "bad-request", sentence(e).lines().findFirst().orElse("")));
        routes.exception(DeletionException.class, (e, ctx) -> {
            answer(ctx, e.unknown() ? 404 : 422, e.unknown() ? "not-found" : "not-deletable", sentence(e));
        });
        routes.exception(
                JsonProcessingException.class,
                (e, ctx) -> answer(
                        ctx,
                        400,
                        "bad-request",
                        "The body is not the JSON that this operation takes"
                                + (e.getLocation() == null
                                        ? ""
                                        : " (line " + e.getLocation().getLineNr() + ", column "
                                                + e.getLocation().getColumnNr() + ")")
                                + "; see openapi.yaml."));
        routes.exception(HttpResponseException.class, (e, ctx) -> http(ctx, e.getStatus()));
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.log(System.Logger.Level.ERROR, "A request failed.", e);
            answer(
                    ctx,
                    500,
                    "internal",
                    "This should not have happened; the server's log says more. Nothing was changed.");
        });
    }

    private static void graph(Context ctx, GraphException e) {
        switch (e.reason()) {
            case UNREACHABLE -> unavailable(ctx, "The database does not answer; it is tried again with each request.");
            case REFUSED -> {
                var problem = problem(400, "cypher-refused", "Query refused", sentence(e));
                problem.put("position", e.position().map(Problems::position).orElse(null));
                write(ctx, 400, problem);
            }
            case TOO_SLOW -> answer(ctx, 504, "too-slow", sentence(e));
            case NOT_FOUND -> answer(ctx, 404, "not-found", sentence(e));
            case BAD_INPUT -> answer(ctx, 400, "bad-request", sentence(e));
            case CONFLICT -> answer(ctx, 409, "conflict", sentence(e));
            case OTHER -> {
                LOG.log(System.Logger.Level.ERROR, "The database refused.", e);
                answer(ctx, 500, "refused", "The database could not answer this; the server's log says why.");
            }
        }
    }

    private static Map<String, Object> position(GraphException.Position position) {
        return Map.of("line", position.line(), "column", position.column(), "offset", position.offset());
    }

    private static void http(Context ctx, int status) {
        var sentence = switch (status) {
            case 404 -> "There is nothing at " + ctx.path() + "; openapi.yaml lists what there is.";
            case 405 -> "This path does not know the method " + ctx.method() + "; openapi.yaml lists what it knows.";
            case 413 -> "The body is larger than the 1 MiB that this operation takes.";
            case 415 -> "The body has a content type that this operation does not take; see openapi.yaml.";
            default -> "The request could not be understood; see openapi.yaml.";
        };
        answer(
                ctx,
                status,
                TITLES.getOrDefault(status, "http-" + status)
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace(' ', '-'),
                sentence);
    }

    static void unavailable(Context ctx, String sentence) {
        ctx.header("Retry-After", "1");
        answer(ctx, 503, "unavailable", sentence);
    }

    static void answer(Context ctx, int status, String type, String sentence) {
        if (status == 503) {
            ctx.header("Retry-After", "1");
        }
        write(ctx, status, problem(status, type, TITLES.getOrDefault(status, "Error"), sentence));
    }

    static Map<String, @Nullable Object> problem(int status, String type, String title, String sentence) {
        var problem = new LinkedHashMap<String, @Nullable Object>();
        problem.put("type", "urn:identity-explorer:" + type);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", sentence);
        return problem;
    }

    private static void write(Context ctx, int status, Map<String, @Nullable Object> problem) {
        ctx.header("Cache-Control", "no-store");
        ctx.res().setHeader("ETag", null);
        ctx.status(status).json(problem);
        ctx.contentType(MEDIA_TYPE);
    }

    private static String sentence(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
