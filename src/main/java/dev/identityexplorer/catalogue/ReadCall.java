package dev.identityexplorer.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A call that only reads, which {@code explorer collect} may make.
 *
 * @param operation service and operation of the AWS CLI, {@code iam list-access-keys}
 * @param api the name of the operation in the API, {@code ListAccessKeys}
 * @param service whom it asks
 * @param http method and path, where the protocol is {@link CalledService.Protocol#REST_JSON}
 * @param host what stands before the name of the service's endpoint
 * @param paging how to get the next page; empty where there are no pages
 * @param arguments by their names on the wire; texts may hold placeholders, see the header of the file
 * @param feeds one call for each element of one of these lists; without any, one call
 * @param file the name of the file below the operation's folder; empty where there is one file
 * @param before a call that has to be made first
 * @param until the field and the value that the answer must have; before that, the call is made again
 * @param step whether the answer serves another call only, and is not kept
 * @param option the option of the command without which the call is not made
 * @param once whether it is asked once, whatever the Region
 * @param empty the list that AWS leaves out of an answer where it would be empty
 * @param action the IAM action that allows it
 */
public record ReadCall(
        String operation,
        String api,
        CalledService service,
        String http,
        String host,
        Optional<Paging> paging,
        Map<String, Object> arguments,
        List<Feed> feeds,
        Optional<String> file,
        Optional<String> before,
        Optional<Until> until,
        boolean step,
        Optional<String> option,
        boolean once,
        Optional<String> empty,
        String action) {

    static final Set<String> COLUMNS = Set.of(
            "operation",
            "api",
            "http",
            "host",
            "paging",
            "more",
            "args",
            "each",
            "file",
            "before",
            "until",
            "step",
            "option",
            "global",
            "empty",
            "action");

    /** A feed that is no call: the types that Cloud Control lists. */
    public static final String TYPES = "catalogue types";
    /** A feed that is no call: the values of the fact by which a service lists in parts, as far as they matter. */
    public static final String PARTS = "catalogue parts";

    /**
     * @param token the path of the token in the answer; {@code […-1]} takes the last element of a list
     * @param argument the argument that takes it
     * @param more the field that says whether there is a next page, where the token is always there
     */
    public record Paging(String token, String argument, Optional<String> more) {

        static Paging parse(String text, Optional<String> more) {
            var parts = text.split(" > ");
            return new Paging(parts[0], parts[parts.length - 1], more);
        }
    }

    /**
     * @param call the operation in whose answer the list is, or {@link #TYPES} or {@link #PARTS}
     * @param list the path of the list
     * @param parameter the parameter of the one file that counts; empty where all do
     */
    public record Feed(String call, String list, Optional<String> parameter) {

        static Feed of(Row row) {
            return new Feed(row.text("call"), row.optional("list").orElse(""), row.optional("parameter"));
        }
    }

    /** {@code State=COMPLETE}. */
    public record Until(String field, String value) {

        static Until parse(String text) {
            var parts = text.split("=", 2);
            return new Until(parts[0], parts[1]);
        }
    }

    static ReadCall of(Row row, Map<String, CalledService> services) {
        var operation = row.text("operation");
        var service = services.get(operation.split(" ")[0]);
        if (service == null) {
            throw row.wrong("is of a service that the file does not have");
        }
        return new ReadCall(
                operation,
                row.text("api"),
                service,
                row.optional("http").orElse("POST /"),
                row.optional("host").orElse(""),
                row.optional("paging").map(text -> Paging.parse(text, row.optional("more"))),
                row.map("args"),
                row.rows("each", Set.of("call", "list", "parameter"), Feed::of),
                row.optional("file"),
                row.optional("before"),
                row.optional("until").map(Until::parse),
                row.yesOrNo("step").orElse(false),
                row.optional("option"),
                service.global() || row.yesOrNo("global").orElse(false),
                row.optional("empty"),
                row.optional("action").orElse(service.actions() + ":" + row.text("api")));
    }

    /** The name of the file or folder in a bundle, {@code iam-list-access-keys}. */
    public String fileName() {
        return operation.replace(' ', '-');
    }
}
