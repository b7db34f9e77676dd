package dev.identityexplorer.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /session}: logging in with a browser, and out again. It needs no database. */
final class SessionResource {

    /** The body of {@code POST /session}. */
    record LogIn(String token) {

        @JsonCreator
        static LogIn of(@JsonProperty("token") @Nullable String token) {
            return new LogIn(token == null ? "" : token.strip());
        }

        @Override
        public String toString() {
            return "LogIn[hidden]";
        }
    }

    private final Guard guard;

    SessionResource(Guard guard) {
        this.guard = guard;
    }

    /** Who the browser is to this server. */
    void get(Context ctx) {
        answer(ctx, Visitor.of(ctx).flatMap(Visitor::role));
    }

    void logIn(Context ctx) throws JsonProcessingException {
        var token = Json.body(ctx, LogIn.class).token();
        if (!guard.asks()) {
            answer(ctx, Optional.of(Role.EDITOR));
            return;
        }
        if (token.isEmpty()) {
            throw WebException.badRequest("The token is missing; see openapi.yaml.");
        }
        answer(ctx, Optional.of(guard.logIn(ctx, token)));
    }

    void logOut(Context ctx) {
        guard.logOut(ctx);
        answer(ctx, guard.asks() ? Optional.empty() : Optional.of(Role.EDITOR));
    }

    private void answer(Context ctx, Optional<Role> role) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("role", role.map(Role::word).orElse(null));
        map.put("tokenNeeded", guard.asks());
        ctx.json(map);
    }
}
