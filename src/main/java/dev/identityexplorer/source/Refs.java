package dev.identityexplorer.source;

import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EntityRef;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides what kind of entity an ARN names, from its parts alone and never from how a name looks. */
final class Refs {

    private static final Pattern SERVICE_LINKED = Pattern.compile("role/aws-service-role/([^/]+)/[^/]+");

    private Refs() {}

    /** The entity that {@code arn} names; what is not IAM's is a resource. */
    static EntityRef entity(Arn arn) {
        return new EntityRef(kind(arn), arn.toString(), name(arn));
    }

    private static EntityKind kind(Arn arn) {
        if (!arn.service().equals("iam")) {
            return EntityKind.RESOURCE;
        }
        return switch (arn.resourceType()) {
            case "root" -> EntityKind.ACCOUNT;
            case "user" -> EntityKind.USER;
            case "group" -> EntityKind.GROUP;
            case "role" -> servicePrincipal(arn).isPresent() ? EntityKind.SERVICE_LINKED_ROLE : EntityKind.ROLE;
            case "policy" -> policyKind(arn);
            case "instance-profile" -> EntityKind.INSTANCE_PROFILE;
            case "server-certificate" -> EntityKind.SERVER_CERTIFICATE;
            case "saml-provider" -> EntityKind.SAML_PROVIDER;
            case "oidc-provider" -> EntityKind.OIDC_PROVIDER;
            case "mfa", "u2f" -> EntityKind.MFA_DEVICE;
            default -> EntityKind.RESOURCE;
        };
    }

    /** The service in the path {@code /aws-service-role/PRINCIPAL/}, which only service-linked roles have. */
    static Optional<String> servicePrincipal(Arn arn) {
        var m = SERVICE_LINKED.matcher(arn.resource());
        return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }

    /** Policies of the account {@code aws}, in any partition, are AWS's own. */
    static EntityKind policyKind(Arn arn) {
        return arn.accountId().equals("aws") ? EntityKind.AWS_MANAGED_POLICY : EntityKind.CUSTOMER_MANAGED_POLICY;
    }

    /** The name within the ARN; an OIDC provider's is its URL, which holds slashes. */
    private static String name(Arn arn) {
        return switch (arn.resourceType()) {
            case "oidc-provider" -> arn.resource().replaceFirst("^oidc-provider/", "");
            case "root" -> arn.accountId();
            default -> arn.resourceName();
        };
    }

    static EntityRef tag(String key, String value) {
        return new EntityRef(EntityKind.TAG, "tag:" + percent(key) + "=" + percent(value), key + "=" + value);
    }

    /** Percent-encoding of all but RFC 3986's unreserved characters. */
    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
