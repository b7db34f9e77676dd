package dev.identityexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogueCommandTest {

    @Test
    void a_service_is_told_with_its_roles_what_keeps_them_in_use_and_what_runs_with_roles_that_trust_it() {
        assertThat(catalogue("autoscaling.amazonaws.com"))
                .contains(
                        "AWSServiceRoleForAutoScaling[_suffix]",
                        "kept in use by: AWS::AutoScaling::AutoScalingGroup",
                        "runs with roles that trust it: not known whole");
        assertThat(catalogue("lambda.amazonaws.com"))
                .contains("runs with roles that trust it: AWS::Lambda::CapacityProvider, AWS::Lambda::Function");
    }

    @Test
    void a_principal_without_service_linked_roles_is_known_by_what_runs_with_its_roles() {
        assertThat(catalogue("vpc-flow-logs.amazonaws.com")).contains("AWS::EC2::FlowLog");
    }

    private static String catalogue(String principal) {
        var line = Explorer.commandLine();
        var out = new StringWriter();
        line.setOut(new PrintWriter(out));
        assertThat(line.execute("catalogue", principal)).isEqualTo(ExitCodes.DONE);
        return out.toString();
    }
}
