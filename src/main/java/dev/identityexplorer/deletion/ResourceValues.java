package dev.identityexplorer.deletion;

import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.model.Arn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known of a resource for the placeholders of the commands that end its use, see the header of {@code
 * service-linked-role-types.json}. The formats of ARNs are those of the
 * <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Service
 * Authorization Reference</a>.
 */
final class ResourceValues {

    /** The id of what has no ARN that is known: the account's root ARN, region, type and the identifier. */
    private static final Pattern NO_ARN =
            Pattern.compile("arn:[^:]*:iam::[^:]*:root/([^/]*)/([^/]+)/(.*)", Pattern.DOTALL);

    private final Identities.Blocker resource;
    private final Inventory type;
    private final Optional<Arn> arn;
    private final List<String> identifier;

    ResourceValues(Identities.Blocker resource, Inventory type) {
        this.resource = resource;
        this.type = type;
        var local = NO_ARN.matcher(resource.id());
        boolean hasArn = !local.matches();
        this.arn = hasArn ? Arn.tryParse(resource.id()) : Optional.empty();
        this.identifier = hasArn ? List.of() : parts(local.group(3), type);
    }

    /** The parts of a compound identifier, the holder's first; Cloud Control joins those of node groups by a slash. */
    private static List<String> parts(String identifier, Inventory type) {
        var parts = List.of(identifier.split("\\|"));
        return parts.size() == 1 && type.within().isPresent() ? List.of(identifier.split("/")) : parts;
    }

    /** Whether it is in no Region, so that commands about it need none. */
    boolean isGlobal() {
        return type.global()
                || property("region").filter(Inventory.GLOBAL::equals).isPresent() && inArn().isEmpty();
    }

    /** The value of a placeholder, not quoted; empty where nothing tells it. */
    Optional<String> get(String placeholder) {
        return switch (placeholder) {
            case "arn", "permissionSetArn" -> arn.map(Arn::toString);
            case "name" -> Optional.of(name());
            case "resourceId" -> resourceId();
            case "region" -> inArn().or(() -> property("region").filter(r -> !r.equals(Inventory.GLOBAL)));
            case "cluster" -> cluster();
            case "mesh" -> after("mesh");
            case "router" -> after("virtualRouter");
            case "environmentId" -> after("environment").or(this::holder);
            case "applicationId" -> after("application").or(() -> part(1, 3));
            case "outpostId" -> after("outpost");
            case "windowId" -> holder();
            case "windowTaskId" -> last();
            case "dimension" -> isScalableTarget() ? part(1, 3) : Optional.empty();
            case "isoCountryCode" -> startsWith("sender-id") ? segment(2) : Optional.empty();
            default -> property(placeholder);
        };
    }

    /** A trail shows in other Regions than its own, which its ARN tells. */
    private Optional<String> inArn() {
        return arn.map(Arn::region).filter(region -> !region.isEmpty());
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(resource.properties().get(name)).filter(value -> !value.isEmpty());
    }

    private String name() {
        boolean ofEks = startsWith("nodegroup") || startsWith("fargateprofile");
        return (ofEks ? segment(2) : held()).orElse(resource.name());
    }

    /** The last part of what its holder and it are called by together. */
    private Optional<String> held() {
        return type.within().isPresent() && identifier.size() > 1 ? last() : Optional.empty();
    }

    private Optional<String> resourceId() {
        if (isScalableTarget()) {
            // the id of the target, service/main/api, which its ARN does not hold; a URL or an ARN for some
            return part(0, 3)
                    .or(() -> Optional.of(resource.name())
                            .filter(name -> arn.isPresent() && (name.contains("/") || name.contains(":"))));
        }
        return startsWith("sender-id") ? segment(1) : last();
    }

    private boolean isScalableTarget() {
        return type.type().equals("AWS::ApplicationAutoScaling::ScalableTarget");
    }

    /** Services have ARNs without their cluster where they are older than 2018, see "Amazon Resource Names for ECS". */
    private Optional<String> cluster() {
        if (startsWith("service") || startsWith("container-instance")) {
            return segments().length == 3 ? segment(1) : Optional.empty();
        }
        return startsWith("nodegroup") || startsWith("fargateprofile") ? segment(1) : holder();
    }

    private Optional<String> holder() {
        return type.within().isPresent() && identifier.size() > 1 ? Optional.of(identifier.get(0)) : Optional.empty();
    }

    private Optional<String> part(int n, int of) {
        return identifier.size() == of ? Optional.of(identifier.get(n)) : Optional.empty();
    }

    /** What its service calls it: the last part of its ARN, or of its own identifier. */
    private Optional<String> last() {
        return arn.map(a -> a.resource().substring(lastMark(a.resource()) + 1))
                .or(() -> identifier.isEmpty() ? Optional.empty() : Optional.of(identifier.get(identifier.size() - 1)))
                .filter(text -> !text.isEmpty());
    }

    private static int lastMark(String text) {
        return Math.max(text.lastIndexOf('/'), text.lastIndexOf(':'));
    }

    private String[] segments() {
        return arn.map(a -> a.resource().split("/")).orElse(new String[0]);
    }

    private boolean startsWith(String word) {
        return segments().length > 1 && segments()[0].equals(word);
    }

    private Optional<String> segment(int n) {
        return n < segments().length ? Optional.of(segments()[n]) : Optional.empty();
    }

    /** The part of the ARN after a word, {@code main} in {@code mesh/main/virtualNode/api}. */
    private Optional<String> after(String word) {
        int at = List.of(segments()).indexOf(word);
        return at < 0 ? Optional.empty() : segment(at + 1);
    }
}
