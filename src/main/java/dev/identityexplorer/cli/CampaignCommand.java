package dev.identityexplorer.cli;

import dev.identityexplorer.graph.Campaigns;
import dev.identityexplorer.graph.Selection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "campaign",
        mixinStandardHelpOptions = true,
        description = {
            "Follows a clean-up over imports: what was selected is planned, gone, or came back.",
            "Without a NAME it lists the campaigns; with a selection it begins one; it never changes an AWS account."
        },
        footer = {
            "",
            "Examples:",
            "  explorer campaign contractors --tag team=external",
            "  explorer campaign autumn --query clean-up-candidates -p days=180",
            "  explorer campaign autumn",
            "  explorer campaign autumn --end"
        })
final class CampaignCommand implements Callable<Integer> {

    private static final List<String> CAMPAIGNS =
            List.of("name", "selection", "createdAt", "members", "planned", "gone", "cameBack");
    private static final List<String> MEMBERS =
            List.of("state", "kind", "name", "accountId", "verdict", "impact", "goneAt", "id");

    @Parameters(index = "0", paramLabel = "NAME", arity = "0..1", description = "The campaign.")
    private @Nullable String name;

    @Parameters(index = "1..*", paramLabel = "ID", arity = "0..*", description = "Select these: ARNs or names.")
    private List<String> ids = List.of();

    @Option(
            names = "--tag",
            paramLabel = "KEY=VALUE",
            converter = TagText.class,
            description = "Select what carries this tag; may repeat.")
    private List<Selection.Tag> tags = List.of();

    @Option(names = "--query", paramLabel = "QUESTION", description = "Select the ids that a question answers with.")
    private @Nullable String query;

    @Option(names = "-p", paramLabel = "NAME=VALUE", description = "A parameter of the question; may repeat.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--end", description = "Forget the campaign.")
    private boolean end;

    @Mixin
    private Output output = new Output();

    @Mixin
    private Connection connection = new Connection();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean selects = !ids.isEmpty() || !tags.isEmpty() || query != null;
        if (name == null && (selects || end) || selects && end) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Give a NAME, and either a selection or --end.");
        }
        try (var workbench = new Workbench(connection.openToRead())) {
            workbench.warnOfAge(spec.commandLine().getErr());
            var campaigns = new Campaigns(workbench.engine(), workbench.library());
            if (name == null) {
                output.print(
                        CAMPAIGNS,
                        campaigns.list().stream().map(CampaignCommand::row).toList());
            } else if (end) {
                campaigns.end(name);
            } else {
                if (selects) {
                    var selection = selection(workbench);
                    campaigns.create(
                            name,
                            selection.words(),
                            selection.members(workbench.identities(), workbench.library(), workbench.queries()));
                }
                show(campaigns, name);
            }
        }
        return ExitCodes.DONE;
    }

    private void show(Campaigns campaigns, String campaign) {
        if (campaigns.find(campaign).isEmpty()) {
            throw new CliException(
                    "There is no campaign '" + campaign + "'; begin one with a selection: IDs, --tag or" + " --query.");
        }
        output.print(
                MEMBERS,
                campaigns.members(campaign, Campaigns.MOST_MEMBERS).stream()
                        .map(CampaignCommand::row)
                        .toList());
    }

    private Selection selection(Workbench workbench) {
        return new Selection(Ids.resolve(workbench.identities(), ids), tags, query == null ? "" : query, parameters);
    }

    private static Map<String, Object> row(Map<String, @Nullable Object> row) {
        return new LinkedHashMap<String, Object>(row);
    }
}
