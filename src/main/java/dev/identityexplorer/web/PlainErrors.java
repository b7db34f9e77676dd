package dev.identityexplorer.web;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What a client gets that does not speak HTTP well enough to reach a handler: the status, and nothing about the inside. */
final class PlainErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        var problem = "{\"type\":\"urn:identity-explorer:http-" + status
                + "\",\"title\":\"Request refused\",\"status\":" + status
                + ",\"detail\":\"The request could not be understood, or its headers are too large; see openapi.yaml.\"}";
        response.write(true, StandardCharsets.UTF_8.encode(problem), callback);
        return true;
    }
}
