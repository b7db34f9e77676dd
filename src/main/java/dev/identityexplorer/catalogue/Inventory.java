package dev.identityexplorer.catalogue;

import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EvidenceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which answers of AWS show resources of one type: that they are there, which roles they run with, that there are none.
 *
 * @param type the CloudFormation type name, or {@code service:Thing} where there is none
 * @param global whether the service has one endpoint, so that its inventory counts once, as Region {@code global}
 * @param cloudControl whether Cloud Control lists the type
 * @param within the type of the resources that hold these; without any of those there is none of these
 * @param withinExcept such resources of {@code within} hold none
 * @param model the properties of Cloud Control's resource model that name the resource of {@code within}; empty where
 *     Cloud Control is not asked that way
 * @param elsewhere whether a list shows resources of other Regions, too
 * @param config whether AWS Config can record the type
 * @param arns forms of its ARN; see {@link #arn}
 * @param roles the fields that tell a resource's role; empty for types that run with none
 * @param names further fields that name a role or an instance profile by its name; they do not tell what it runs with
 * @param decides the field that names the service-linked role which the resource keeps in use
 * @param facts the values that {@link ServiceLinkedRoleType.Keeper#when()} looks for
 * @param calls the operations of the AWS CLI
 */
public record Inventory(
        String type,
        boolean global,
        CloudControl cloudControl,
        Optional<String> within,
        Optional<Match> withinExcept,
        List<String> model,
        boolean elsewhere,
        boolean config,
        List<String> arns,
        List<String> roles,
        List<String> names,
        Optional<String> decides,
        List<Fact> facts,
        List<Call> calls) {

    static final Set<String> COLUMNS = Set.of(
            "type",
            "global",
            "cloudControl",
            "within",
            "withinExcept",
            "model",
            "elsewhere",
            "config",
            "arns",
            "roles",
            "names",
            "decides",
            "facts",
            "calls");

    /** The region of what is not in one. */
    public static final String GLOBAL = "global";

    /** What {@code cloudcontrol list-resources} does with a type. */
    public enum CloudControl {
        /** It lists all of a Region. */
        YES("yes"),
        /** It lists those within one other resource, named by {@code --resource-model}. */
        MODEL("model"),
        NO("no");

        private final String word;

        CloudControl(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A value that a condition of the catalogue looks for.
     *
     * @param name as in {@code name=value}
     * @param paths where records have it
     */
    public record Fact(String name, List<String> paths) {

        static Fact of(Row row) {
            return new Fact(row.text("name"), row.texts("paths"));
        }
    }

    /**
     * An operation of the AWS CLI whose answer shows resources of the type.
     *
     * @param operation service and operation, {@code lambda list-functions}
     * @param list the path to the records; empty where the answer itself is the record
     * @param id the path to the identifier in a record; empty where the record is the identifier
     * @param name the path to the name in a record; empty where the identifier is the name
     * @param whole whether a record without role fields has no role
     * @param one whether the answer is about one resource, so that it proves no absence
     * @param everywhere whether one call lists the resources of every Region
     * @param local whether the id is no ARN of its own, though it looks like one
     * @param setting whether the answer is a setting of the account, which is on unless it is {@code gone}
     * @param gone such records are of resources that are gone
     * @param only only such records are of the type
     * @param except such records are of another type
     * @param part the fact by which a call lists a part only; the file is named after its value
     * @param parameter the option that says which part is meant
     * @param unnamed the part that the call is about without that option; empty where it has to be given
     * @param shows the key that an answer without a list is known by, where its identifier stands in the file's name
     * @param sole fields that every whole answer has, with commas between them, where a resource of {@code within} can hold one such thing alone
     * @param none the error that says that the resource of {@code within} holds none
     * @param most how many records there are at most in an answer that does not say that there are more
     */
    public record Call(
            String operation,
            String list,
            String id,
            String name,
            boolean whole,
            boolean one,
            boolean everywhere,
            boolean local,
            boolean setting,
            Optional<Match> gone,
            Optional<Match> only,
            Optional<Match> except,
            Optional<String> part,
            Optional<String> parameter,
            Optional<String> unnamed,
            Optional<String> shows,
            Optional<String> sole,
            Optional<String> none,
            Optional<Integer> most) {

        static final Set<String> COLUMNS = Set.of(
                "operation",
                "list",
                "id",
                "name",
                "whole",
                "one",
                "everywhere",
                "local",
                "setting",
                "gone",
                "only",
                "except",
                "part",
                "parameter",
                "unnamed",
                "shows",
                "sole",
                "none",
                "most");

        static Call of(Row row) {
            return new Call(
                    row.text("operation"),
                    row.optional("list").orElse(""),
                    row.optional("id").orElse(""),
                    row.optional("name").orElse(""),
                    row.yesOrNo("whole").orElse(false),
                    row.yesOrNo("one").orElse(false),
                    row.yesOrNo("everywhere").orElse(false),
                    row.yesOrNo("local").orElse(false),
                    row.yesOrNo("setting").orElse(false),
                    row.optional("gone").map(Match::parse),
                    row.optional("only").map(Match::parse),
                    row.optional("except").map(Match::parse),
                    row.optional("part"),
                    row.optional("parameter"),
                    row.optional("unnamed"),
                    row.optional("shows"),
                    row.optional("sole"),
                    row.optional("none"),
                    row.optionalNumber("most"));
        }

        /** The name of the file in a bundle, {@code lambda-list-functions}. */
        public String fileName() {
            return operation.replace(' ', '-');
        }

        /** The command, with {@code {region}} left open, and in capitals what a person has to fill in. */
        EvidenceCommand command() {
            var part = parameter.map(option -> option.toUpperCase(Locale.ROOT));
            return new EvidenceCommand(
                    EvidenceKind.RESOURCE_INVENTORY,
                    Optional.empty(),
                    new Template("aws " + operation
                            + part.map(value -> " --" + parameter.get() + " " + value)
                                    .orElse("") + " --region {region}"),
                    new Template("{accountId}/{region}/" + fileName()
                            + part.map(value -> "/" + value).orElse("") + ".json"),
                    part.map(value -> "one call for each " + parameter.get()));
        }
    }

    /** {@code State=deleted,deleting}: a field of a record and the values that count. */
    public record Match(String field, Set<String> values) {

        static Match parse(String text) {
            var parts = text.split("=", 2);
            return new Match(parts[0], Arrays.stream(parts[1].split(",")).collect(Collectors.toUnmodifiableSet()));
        }
    }

    static Inventory of(Row row) {
        return new Inventory(
                row.text("type"),
                row.yesOrNo("global").orElse(false),
                row.optional("cloudControl").isEmpty()
                        ? CloudControl.NO
                        : Words.of(CloudControl.values(), CloudControl::word, "cloudControl", row),
                row.optional("within"),
                row.optional("withinExcept").map(Match::parse),
                row.optional("model").map(names -> List.of(names.split("\\|"))).orElse(List.of()),
                row.yesOrNo("elsewhere").orElse(false),
                row.yesOrNo("config").orElse(false),
                row.texts("arns"),
                row.texts("roles"),
                row.texts("names"),
                row.optional("decides"),
                row.rows("facts", Set.of("name", "paths"), Fact::of),
                row.rows("calls", Call.COLUMNS, Call::of));
    }

    /** A type that the table does not have. */
    static Inventory unknown(String type) {
        return new Inventory(
                type,
                false,
                CloudControl.NO,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Whether the fields of a record tell something that the graph needs. */
    public boolean runsWithRole() {
        return !roles.isEmpty();
    }

    /** The ARN of the resource with this identifier, where the type has one form of ARN and nothing else is open in it. */
    public Optional<String> arn(Arn account, String region, String identifier) {
        return arns.stream()
                .limit(arns.size() == 1 ? 1 : 0)
                .filter(form -> !form.contains("{*}") && !identifier.contains("|"))
                .filter(form -> !form.contains("{region}") || !region.equals(GLOBAL))
                .map(form -> new Template(form).fill(open -> switch (open) {
                    case "partition" -> Optional.of(account.partition());
                    case "region" -> Optional.of(region);
                    case "accountId" -> Optional.of(account.accountId());
                    case "id" -> Optional.of(identifier);
                    default -> Optional.empty();
                }))
                .findFirst();
    }
}
