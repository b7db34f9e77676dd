package dev.identityexplorer.cli;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.collect.AccountSummary;
import dev.identityexplorer.collect.CollectOptions;
import dev.identityexplorer.collect.Collector;
import dev.identityexplorer.collect.PolicyNeeded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "collect",
        mixinStandardHelpOptions = true,
        description = {
            "Asks AWS for all that import reads, by calls that only read, and writes a folder of the AWS CLI's answers.",
            "Credentials are found as the AWS CLI finds them: environment, profiles, single sign-on, instance roles."
                    + " AWS_ENDPOINT_URL is heeded.",
            "What AWS refuses is written as such, and the rest goes on. Interrupted, it goes on where it was when it is"
                    + " run again."
        },
        footer = {
            "",
            "Examples:",
            "  explorer collect --out bundle && explorer import bundle",
            "  explorer collect --out bundle --profile audit --regions eu-central-1,us-east-1",
            "  explorer collect --out bundle --assume-role SecurityAudit",
            "  explorer collect --print-policy > policy.json"
        })
final class CollectCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder to write ACCOUNT/REGION/SERVICE-OPERATION[/PARAMETER].json into.")
    private @Nullable Path out;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Profile of the AWS configuration (env AWS_PROFILE; default: the default credential chain).")
    private @Nullable String profile;

    @Option(
            names = "--regions",
            paramLabel = "REGION",
            split = ",",
            description = "Ask in these Regions only (default: all that the account has enabled). What is in the others"
                    + " stays unknown.")
    private List<String> regions = List.of();

    @Option(
            names = "--assume-role",
            paramLabel = "NAME",
            description = "Collect all accounts of the organization, by the role of this name in each; the caller's own"
                    + " account as the caller.")
    private @Nullable String assumeRole;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "8",
            description = "Calls at the same time (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--keep",
            paramLabel = "AGE",
            defaultValue = "12h",
            converter = Age.Converter.class,
            description =
                    "Do not ask again for answers in DIR that are whole and not older: 30m, 12h, 7d; 0m asks for all"
                            + " (default: ${DEFAULT-VALUE}).")
    private Duration keep = Duration.ofHours(12);

    @Option(
            names = "--last-accessed",
            description = "Also ask when each user and role last used which service: two calls and some seconds each.")
    private boolean lastAccessed;

    @Option(
            names = "--print-policy",
            description =
                    "Print the IAM policy that allows all of this, and end; needs no credentials. With --assume-role it"
                            + " allows that, too.")
    private boolean printPolicy;

    @Mixin
    private Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var catalogue = Catalogue.load();
        if (printPolicy) {
            output.out().println(PolicyNeeded.json(catalogue, Optional.ofNullable(assumeRole)));
            output.out().flush();
            return ExitCodes.DONE;
        }
        var options = options();
        CollectText.print(output.out(), output.format(), options.out(), collect(options, catalogue));
        return ExitCodes.DONE;
    }

    private static List<AccountSummary> collect(CollectOptions options, Catalogue catalogue) {
        try (var progress = new CollectProgress()) {
            return new Collector(options, catalogue, progress).run();
        }
    }

    private CollectOptions options() {
        if (out == null) {
            throw new ParameterException(spec.commandLine(), "Where to? Give a folder: --out DIR.");
        }
        if (workers < 1 || workers > 64) {
            throw new ParameterException(
                    spec.commandLine(), "--workers takes a number from 1 to 64, not " + workers + ".");
        }
        for (var region : regions) {
            if (!region.matches("[a-z]{2,4}(-[a-z]+)+-\\d+")) {
                throw new ParameterException(
                        spec.commandLine(),
                        "'" + region + "' is not a Region; give codes like eu-central-1,us-east-1.");
            }
        }
        return new CollectOptions(
                out,
                Optional.ofNullable(profile),
                regions,
                Optional.ofNullable(assumeRole),
                workers,
                keep,
                lastAccessed ? Set.of("last-accessed") : Set.of(),
                Version.number());
    }
}
