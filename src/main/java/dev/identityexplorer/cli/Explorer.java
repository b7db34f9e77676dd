package dev.identityexplorer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: its commands, and what its exit codes mean. */
@Command(
        name = "explorer",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Explains cloud identities before anyone deletes them: which AWS service owns a service-linked role,"
                    + " what blocks the deletion of any identity, what to run in which order, and what would break.",
            "It reads files, or asks AWS by calls that only read, and prints plans; it never changes an AWS account."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            CollectCommand.class,
            ImportCommand.class,
            ServeCommand.class,
            OwnerCommand.class,
            BlockersCommand.class,
            PlanCommand.class,
            QueryCommand.class,
            FindingsCommand.class,
            ChangesCommand.class,
            ReportCommand.class,
            CampaignCommand.class,
            CatalogueCommand.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:bad input, or not found", "2:wrong usage", "3:database unreachable"},
        footer = {
            "",
            "Examples:",
            "  explorer demo",
            "  explorer collect --out bundle && explorer import bundle",
            "  aws iam get-account-authorization-details > gaad.json && explorer import gaad.json",
            "  explorer blockers AWSServiceRoleForAutoScaling",
            "  explorer plan deploy-bot > plan.sh",
            "  explorer COMMAND --help"
        })
public final class Explorer implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** Runs the command line; the exit code. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Explorer())
                .setExecutionExceptionHandler(new ExitCodes())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), "Which command? There are these:");
    }
}
