package dev.identityexplorer.web;

import dev.identityexplorer.graph.Campaigns;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /campaigns}: clean-ups and how far they are. They are begun and ended on the command line. */
final class CampaignsResource {

    private final Campaigns campaigns;

    CampaignsResource(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    void list(Context ctx) {
        ctx.json(Map.of("items", campaigns.list()));
    }

    void one(Context ctx) {
        var name = ctx.pathParam("name");
        var campaign = campaigns
                .find(name)
                .orElseThrow(() ->
                        WebException.notFound("There is no campaign '" + name + "'; campaigns lists those there are."));
        int limit = Params.limit(ctx);
        var map = new LinkedHashMap<String, @Nullable Object>(campaign);
        map.put("items", campaigns.members(name, limit));
        ctx.json(map);
    }
}
