package dev.identityexplorer.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An Amazon Resource Name, {@code arn:partition:service:region:account:resource}.
 *
 * <p>Parsing is as lenient as real exports need: any partition, an account that is not twelve digits ({@code aws},
 * {@code XXXXXXXXXXXX}), an empty region or account. See
 * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>.
 *
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov}, or one not known yet
 * @param service the service's namespace, such as {@code iam}
 * @param region empty for global services
 * @param accountId empty where the ARN holds none (S3 buckets)
 * @param resource all that follows the fifth colon, such as {@code role/path/name}
 */
public record Arn(String partition, String service, String region, String accountId, String resource) {

    private static final Pattern FORM =
            Pattern.compile("arn:([^:\\s]+):([^:\\s]+):([^:\\s]*):([^:\\s]*):(.+)", Pattern.DOTALL);

    private static final Pattern BALANCED =
            Pattern.compile("(?:loadbalancer/(?:app|net|gwy)|targetgroup)/([^/]+)/[^/]+");

    /** The ARN in {@code text}, or empty if it is none. */
    public static Optional<Arn> tryParse(String text) {
        var m = FORM.matcher(text);
        return m.matches()
                ? Optional.of(new Arn(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5)))
                : Optional.empty();
    }

    /**
     * The ARN in {@code text}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Arn parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is not an ARN (arn:partition:service:region:account:resource)."));
    }

    /** The first part of the resource: {@code role} in {@code role/path/name}, {@code root} in {@code root}. */
    public String resourceType() {
        return resource.split("[/:]", 2)[0];
    }

    /** What follows the last slash of the resource; the whole resource where it has none. */
    public String resourceName() {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    /**
     * What people call the resource: {@link #resourceName()}, but the given name where the ARN ends in an id that AWS
     * made, as those of load balancers and target groups do ("Resource types defined by AWS Elastic Load Balancing V2" in
     * the Service Authorization Reference).
     */
    public String shownName() {
        var balanced = BALANCED.matcher(resource);
        return service.equals("elasticloadbalancing") && balanced.matches() ? balanced.group(1) : resourceName();
    }

    /** The path of an IAM entity with both slashes: {@code /} or {@code /division/team/}. */
    public String path() {
        int first = resource.indexOf('/');
        int last = resource.lastIndexOf('/');
        return first < 0 || first == last ? "/" : resource.substring(first, last + 1);
    }

    @Override
    public String toString() {
        return String.join(":", "arn", partition, service, region, accountId, resource);
    }
}
