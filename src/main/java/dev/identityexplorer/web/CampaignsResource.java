package dev.identityexplorer.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.graph.Campaigns;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Queries;
import dev.identityexplorer.graph.Selection;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /campaigns}: clean-ups and how far they are. To begin or end one takes an editor. */
final class CampaignsResource {

    /** The body of {@code POST /campaigns}. */
    record CampaignRequest(
            String name, List<String> ids, List<String> tags, String question, Map<String, String> parameters) {

        @JsonCreator
        static CampaignRequest of(
                @JsonProperty("name") @Nullable String name,
                @JsonProperty("ids") @Nullable List<String> ids,
                @JsonProperty("tags") @Nullable List<String> tags,
                @JsonProperty("query") @Nullable String question,
                @JsonProperty("params") @Nullable Map<String, String> parameters) {
            return new CampaignRequest(
                    name == null ? "" : name.strip(),
                    ids == null ? List.of() : ids,
                    tags == null ? List.of() : tags,
                    question == null ? "" : question,
                    parameters == null ? Map.of() : parameters);
        }
    }

    private final Campaigns campaigns;
    private final Identities identities;
    private final CypherLibrary library;
    private final Queries queries;

    CampaignsResource(Campaigns campaigns, Identities identities, CypherLibrary library, Queries queries) {
        this.campaigns = campaigns;
        this.identities = identities;
        this.library = library;
        this.queries = queries;
    }

    void list(Context ctx) {
        ctx.json(Map.of("items", campaigns.list()));
    }

    void one(Context ctx) {
        var name = ctx.pathParam("name");
        var map = new LinkedHashMap<String, @Nullable Object>(existing(name));
        map.put("items", campaigns.members(name, Params.limit(ctx)));
        ctx.json(map);
    }

    void begin(Context ctx) throws JsonProcessingException {
        var request = Json.body(ctx, CampaignRequest.class);
        var name = request.name();
        if (name.isEmpty() || name.length() > Campaigns.LONGEST_NAME) {
            throw WebException.badRequest("A campaign has a name of 1 to " + Campaigns.LONGEST_NAME + " characters.");
        }
        var selection =
                new Selection(request.ids(), Params.tags(request.tags()), request.question(), request.parameters());
        if (selection.isEmpty()) {
            throw WebException.badRequest("A campaign needs at least one of ids, tags and query.");
        }
        if (campaigns.find(name).isPresent()) {
            throw new WebException(
                    409, "conflict", "There is a campaign '" + name + "' already; end it, or choose another name.");
        }
        AuditLog.note(ctx, "campaign begun", Map.of("name", name, "selection", selection.words()));
        campaigns.create(name, selection.words(), selection.members(identities, library, queries));
        ctx.status(201).json(existing(name));
    }

    /** Forgets a campaign; what it selected stays as it is. */
    void end(Context ctx) {
        var name = ctx.pathParam("name");
        existing(name);
        AuditLog.note(ctx, "campaign ended", Map.of("name", name));
        campaigns.end(name);
        ctx.json(Map.of("name", name));
    }

    private Map<String, @Nullable Object> existing(String name) {
        return campaigns
                .find(name)
                .orElseThrow(() ->
                        WebException.notFound("There is no campaign '" + name + "'; campaigns lists those there are."));
    }
}
