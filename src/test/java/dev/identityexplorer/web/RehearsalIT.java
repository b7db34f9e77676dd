package dev.identityexplorer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.identityexplorer.graph.Entities;
import dev.identityexplorer.graph.EntityDetails;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Neighbourhood;
import dev.identityexplorer.graph.Overview;
import dev.identityexplorer.graph.ServiceDetails;
import dev.identityexplorer.graph.Tags;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once")
class RehearsalIT {

    private static Rehearsal rehearsal() {
        var engine = TestDatabase.engine();
        var overview = new Overview(engine, Organization.LIBRARY);
        return new Rehearsal(
                overview,
                new Entities(engine, Organization.LIBRARY, overview),
                new EntityDetails(engine, Organization.LIBRARY),
                new Identities(engine, Organization.LIBRARY),
                Organization.DELETIONS,
                new Neighbourhood(engine, Organization.LIBRARY),
                new Tags(engine, Organization.LIBRARY, overview),
                new ServiceDetails(engine, Organization.LIBRARY));
    }

    @Test
    void it_asks_about_what_is_there() {
        Organization.importSample();
        var rehearsal = rehearsal();
        assertThat(rehearsal.overview().tagKeys(rehearsal.overview().stamp())).isNotEmpty();

        assertThatCode(rehearsal::run).doesNotThrowAnyException();
    }

    @Test
    void it_has_little_to_ask_where_nothing_was_imported() {
        TestDatabase.reset();

        assertThatCode(rehearsal()::run).doesNotThrowAnyException();
    }
}
