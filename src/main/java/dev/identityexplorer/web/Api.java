package dev.identityexplorer.web;

import dev.identityexplorer.graph.Campaigns;
import dev.identityexplorer.graph.Console;
import dev.identityexplorer.graph.Entities;
import dev.identityexplorer.graph.EntityDetails;
import dev.identityexplorer.graph.Findings;
import dev.identityexplorer.graph.History;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Neighbourhood;
import dev.identityexplorer.graph.Overview;
import dev.identityexplorer.graph.Queries;
import dev.identityexplorer.graph.ServiceDetails;
import dev.identityexplorer.graph.Tags;
import dev.identityexplorer.report.Reports;

/** What answers the paths below {@code /api/v1}, made once the database is open. */
final class Api implements AutoCloseable {

    final SummaryResource summary;
    final EntitiesResource entities;
    final EntityResource entity;
    final DeletionResource deletion;
    final ServicesResource services;
    final TagsResource tags;
    final GraphResource graph;
    final QueriesResource queries;
    final HistoryResource history;
    final FindingsResource findings;
    final CampaignsResource campaigns;
    final ReportResource report;
    final ImportsResource imports;
    private final Overview overview;
    private final Rehearsal rehearsal;
    private final boolean embedded;
    private final boolean shared;

    Api(Workspace workspace, Uploads uploads, AuditLog audit) {
        var engine = workspace.engine();
        var library = workspace.library();
        var identities = new Identities(engine, library);
        var changes = new History(engine, library);
        overview = new Overview(engine, library);
        embedded = engine.embedded();
        shared = engine.shared();
        rehearsal = new Rehearsal(
                overview,
                new Entities(engine, library, overview),
                new EntityDetails(engine, library),
                identities,
                workspace.deletions(),
                new Neighbourhood(engine, library),
                new Tags(engine, library, overview),
                new ServiceDetails(engine, library));
        summary = new SummaryResource(overview);
        entities = new EntitiesResource(rehearsal.entities(), overview);
        entity = new EntityResource(rehearsal.details(), identities, overview);
        deletion = new DeletionResource(workspace.deletions(), identities);
        services = new ServicesResource(overview, rehearsal.services());
        tags = new TagsResource(overview, rehearsal.tags());
        graph = new GraphResource(rehearsal.neighbourhood());
        queries = new QueriesResource(library, new Console(engine), overview);
        history = new HistoryResource(changes);
        campaigns = new CampaignsResource(new Campaigns(engine, library), identities, library, new Queries(engine));
        report = new ReportResource(new Reports(engine, library, workspace.deletions()), overview);
        findings = new FindingsResource(new Findings(engine, library), overview);
        imports = new ImportsResource(changes, uploads, workspace.imports(), this::warm, audit);
        attempt(summary::prepare); // who opens a page before that sees that the server is starting
        warm();
    }

    /** In the background, so that the first page after an import need not wait. */
    private void warm() {
        var thread = new Thread(
                () -> attempt(() -> {
                    summary.prepare();
                    attempt(rehearsal::run);
                    findings.prepare();
                }),
                "prepare-the-overview");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is not prepared is computed when it is asked for, and says then what is wrong. */
    private static void attempt(Runnable preparation) {
        try {
            preparation.run();
        } catch (RuntimeException e) {
            System.getLogger(Api.class.getName()).log(System.Logger.Level.DEBUG, "Nothing was prepared.", e);
        }
    }

    /** Asks the database something small. */
    void requireAnswer() {
        overview.stamp();
    }

    /** Where the database runs, in a word. */
    String database() {
        return embedded ? "embedded" : shared ? "shared" : "server";
    }

    @Override
    public void close() {
        imports.close();
    }
}
