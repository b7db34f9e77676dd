package dev.identityexplorer.source;

import static dev.identityexplorer.source.Folder.entity;
import static dev.identityexplorer.source.Folder.evidence;
import static dev.identityexplorer.source.Folder.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Evidence.State;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.RelationshipType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeletionStatusTest {
    static final String STATUS = "111122223333/global/iam-get-service-linked-role-deletion-status/";
    static final String ROLE = "arn:aws:iam::111122223333:role/aws-service-role/a.amazonaws.com/AWSServiceRoleForA_x";
    static final String TASK = "task/aws-service-role/a.amazonaws.com/AWSServiceRoleForA_x/11-22";
    static final String FAILED = """
            {"Status": "FAILED", "Reason": {"Reason": "SLR [AWSServiceRoleForA_x] is in use by other resources",
             "RoleUsageList": [{"Region": "eu-north-1", "Resources": ["arn:aws:a:eu-west-2:111122223333:thing/1", "odd"]}, {"Region": "us-east-1"}]}}
            """;

    Folder folder;

    @BeforeEach
    void folder(@TempDir Path path) {
        folder = new Folder(path);
    }

    private void role() {
        folder.with(
                Folder.DETAILS,
                "{\"RoleDetailList\": [{\"RoleName\": \"AWSServiceRoleForA_x\", \"Arn\": \"%s\"}]}".formatted(ROLE));
    }

    @Test
    void a_task_reports_on_the_role_that_its_id_names() {
        folder.with(STATUS + TASK.replace("/", "%2F") + ".json", FAILED);

        var snapshot = folder.snapshot();
        var task = entity(snapshot, Folder.ROOT + "/" + TASK);
        assertThat(targets(task, RelationshipType.REPORTS_ON)).containsExactly(ROLE);
        assertThat(task.properties())
                .containsEntry("status", "FAILED")
                .containsEntry("reason", "SLR [AWSServiceRoleForA_x] is in use by other resources")
                .containsEntry(
                        "usage",
                        List.of(
                                "eu-north-1: arn:aws:a:eu-west-2:111122223333:thing/1",
                                "eu-north-1: odd",
                                "us-east-1: (AWS names no resources)"));
        var evidence = evidence(snapshot, EvidenceKind.DELETION_TASK);
        assertThat(evidence.key().subject()).isEqualTo(ROLE);
        assertThat(evidence.state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void each_resource_in_the_usage_list_uses_the_role_and_stands_in_its_own_region() {
        folder.with(STATUS + TASK.replace("/", "%2F"), FAILED);

        var snapshot = folder.snapshot();
        var resource = entity(snapshot, "arn:aws:a:eu-west-2:111122223333:thing/1");
        assertThat(resource.kind()).isEqualTo(EntityKind.RESOURCE);
        assertThat(resource.properties()).containsEntry("region", "eu-west-2");
        assertThat(targets(resource, RelationshipType.USES)).containsExactly(ROLE);
        assertThat(entity(snapshot, Folder.ROOT + "/eu-north-1/resource/odd").properties())
                .containsEntry("region", "eu-north-1");
    }

    @Test
    void without_a_task_id_the_reason_names_the_role() {
        role();
        folder.with("status.json", FAILED);

        var task = entity(folder.snapshot(), ROLE + "/deletion-task/status.json");
        assertThat(targets(task, RelationshipType.REPORTS_ON)).containsExactly(ROLE);
    }

    @Test
    void without_a_reason_the_file_names_the_role() {
        role();
        folder.with("AWSServiceRoleForA_x.json", "{\"Status\": \"FAILED\"}");

        var task = entity(folder.snapshot(), ROLE + "/deletion-task/AWSServiceRoleForA_x.json");
        assertThat(task.properties()).containsEntry("status", "FAILED").doesNotContainKeys("reason", "usage");
    }

    @Test
    void the_answer_to_the_deletion_may_stand_before_the_status() {
        folder.with(
                "111122223333/global/deleted.json",
                "{\"DeletionTaskId\": \"%s\"}\n{\"Status\": \"SUCCEEDED\"}".formatted(TASK));

        assertThat(folder.source().accounts()).isEmpty();
        role();
        assertThat(entity(folder.snapshot(), Folder.ROOT + "/" + TASK).properties())
                .containsEntry("status", "SUCCEEDED");
    }

    @Test
    void a_status_of_nobody_knows_what_is_a_problem_and_no_evidence() {
        role();
        folder.with("status.json", "{\"Status\": \"FAILED\"}");

        var snapshot = folder.snapshot();
        assertThat(snapshot.evidence()).noneMatch(e -> e.key().kind() == EvidenceKind.DELETION_TASK);
        assertThat(snapshot.problems())
                .extracting("message")
                .anyMatch(m -> m.toString().contains("which role was to be deleted"));
    }
}
