/**
 * HTTP in, JSON out: the only room that knows Javalin. {@code openapi.yaml} is the contract; {@link
 * dev.identityexplorer.web.WebServer} is the way in; one class answers one path, {@link dev.identityexplorer.web.Guard}
 * lets requests in, {@link dev.identityexplorer.web.Problems} turns what a room throws into a status.
 */
@NullMarked
package dev.identityexplorer.web;

import org.jspecify.annotations.NullMarked;
