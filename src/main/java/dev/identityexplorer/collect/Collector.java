package dev.identityexplorer.collect;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.Partition;
import dev.identityexplorer.catalogue.ReadCalls;
import dev.identityexplorer.model.Arn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/** Collects the caller's account, or all accounts of the organization. */
public final class Collector {

    private static final String CALLER = "sts get-caller-identity";

    private final CollectOptions options;
    private final Catalogue catalogue;
    private final ReadCalls calls = ReadCalls.load();
    private final Progress progress;

    public Collector(CollectOptions options, Catalogue catalogue, Progress progress) {
        this.options = options;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    /**
     * Makes all calls and writes what they answer.
     *
     * @return what came of it, an entry for each account
     * @throws CollectException if nothing can be asked or written
     */
    public List<AccountSummary> run() {
        var session = Session.of(options.profile(), new ReadOnly(calls));
        var caller = caller(session);
        var partition = partition(caller.partition());
        try (var lock = Drafts.in(options.out());
                var workers = new Workers(options.workers())) {
            var summaries = new ArrayList<AccountSummary>();
            var runs = new LinkedHashMap<AccountRun, Asking>();
            try {
                summaries.add(start(session, caller.accountId(), partition, lock, workers, runs));
                var own = runs.keySet().iterator().next();
                for (var account :
                        options.assumeRole().isPresent() ? organization(own, partition) : List.<String>of()) {
                    if (!account.equals(caller.accountId())) {
                        summaries.add(assume(session, account, partition, lock, workers, runs));
                    }
                }
                workers.await();
                runs.keySet().forEach(AccountRun::clean);
            } finally {
                runs.values().forEach(Asking::close);
            }
            return summaries;
        }
    }

    private AccountSummary start(
            Session session,
            String accountId,
            Partition partition,
            Drafts drafts,
            Workers workers,
            Map<AccountRun, Asking> runs) {
        var summary = new AccountSummary(accountId);
        var seeds = new Seeds(calls, catalogue, accountId, partition.globalRegion());
        var asking = new Asking(session, calls);
        var bundle = new Bundle(options.out().resolve(accountId), drafts.folder(), options.version());
        var run = new AccountRun(options, seeds, bundle, asking, workers, progress, summary);
        runs.put(run, asking);
        run.ask(seeds.once(CALLER));
        var regions = options.regions().isEmpty() ? new Regions(partition, run, seeds).enabled() : options.regions();
        run.start(regions);
        return summary;
    }

    /** Another account, by the role that it has for this; one that refuses is told of, and the others go on. */
    private AccountSummary assume(
            Session session,
            String accountId,
            Partition partition,
            Drafts drafts,
            Workers workers,
            Map<AccountRun, Asking> runs) {
        var role = new Arn(
                partition.id(),
                "iam",
                "",
                accountId,
                "role/" + options.assumeRole().orElseThrow());
        var assumed = session.assuming(role.toString(), Region.of(partition.globalRegion()));
        try {
            assumed.credentials().resolveCredentials();
        } catch (SdkException e) {
            var summary = new AccountSummary(accountId);
            summary.refused(Failure.of(e));
            return summary;
        }
        return start(assumed, accountId, partition, drafts, workers, runs);
    }

    private List<String> organization(AccountRun own, Partition partition) {
        var accounts = own.ask(
                        new Seeds(calls, catalogue, "", partition.globalRegion()).once("organizations list-accounts"))
                .orElseThrow(() -> new CollectException(
                        "The accounts of the organization cannot be listed, which --assume-role needs: use credentials of"
                                + " the management account or of a delegated administrator."));
        var ids = new ArrayList<String>();
        accounts.path("Accounts").forEach(account -> {
            // State, in answers since 2025; Status, in older ones
            if (account.path("State")
                    .asText(account.path("Status").asText("ACTIVE"))
                    .equals("ACTIVE")) {
                ids.add(account.path("Id").asText());
            }
        });
        return ids;
    }

    /** Whose credentials these are; asked in a Region of each partition until one knows them. */
    private Arn caller(Session session) {
        var call = calls.named(CALLER);
        Optional<Failure> failure = Optional.empty();
        try (var asking = new Asking(session, calls)) {
            for (var region : home()) {
                var answer = asking.ask(call, region, Values.none(""));
                var arn = answer.content()
                        .flatMap(content -> Arn.tryParse(content.path("Arn").asText()));
                if (arn.isPresent()) {
                    return new Arn(
                            arn.get().partition(),
                            "iam",
                            "",
                            answer.content().get().path("Account").asText(),
                            "root");
                }
                failure = answer.failure();
            }
        }
        throw new CollectException("AWS does not say whose credentials these are ("
                + failure.map(f -> f.code() + ": " + f.message()).orElse("no answer")
                + "); set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give --profile.");
    }

    /** The Regions that were named, else the default one, else those of the known partitions. */
    private List<String> home() {
        if (!options.regions().isEmpty()) {
            return options.regions().subList(0, 1);
        }
        return Regions.configured(options.profile())
                .map(List::of)
                .orElseGet(() -> catalogue.partitions().stream()
                        .filter(partition ->
                                List.of("aws", "aws-us-gov", "aws-cn").contains(partition.id()))
                        .map(Partition::globalRegion)
                        .toList());
    }

    private Partition partition(String id) {
        return catalogue.partitions().stream()
                .filter(partition -> partition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CollectException("The partition " + id + " is not known to this program."));
    }
}
