package dev.identityexplorer.web;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * Whose request it is.
 *
 * @param role empty if the request brought neither token nor session
 * @param session names the session in the audit log; empty without one
 */
record Visitor(Peer peer, Optional<Role> role, String session) {

    private static final String ATTRIBUTE = Visitor.class.getName();

    void attachTo(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }

    /** The visitor of a request that the guard has let in. */
    static Optional<Visitor> of(Context ctx) {
        return Optional.ofNullable(ctx.attribute(ATTRIBUTE));
    }
}
