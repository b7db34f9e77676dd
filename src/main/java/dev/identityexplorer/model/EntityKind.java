package dev.identityexplorer.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a node can be. {@link #label()} is the most specific label, the one that answers call {@code kind};
 * {@link #labels()} are all labels beside {@code Entity}. The kind is decided once, by the reader.
 */
public enum EntityKind {
    ACCOUNT("Account", "Principal"),
    USER("User", "Principal"),
    ROLE("Role", "Principal"),
    SERVICE_LINKED_ROLE("ServiceLinkedRole", "Role", "Principal"),
    GROUP("Group"),
    AWS_MANAGED_POLICY("AwsManaged", "ManagedPolicy"),
    CUSTOMER_MANAGED_POLICY("CustomerManaged", "ManagedPolicy"),
    POLICY_VERSION("PolicyVersion"),
    INLINE_POLICY("InlinePolicy"),
    INSTANCE_PROFILE("InstanceProfile"),
    SERVER_CERTIFICATE("ServerCertificate"),
    ACCESS_KEY("AccessKey", "Credential"),
    LOGIN_PROFILE("LoginProfile", "Credential"),
    MFA_DEVICE("MfaDevice", "Credential"),
    SIGNING_CERTIFICATE("SigningCertificate", "Credential"),
    SSH_PUBLIC_KEY("SshPublicKey", "Credential"),
    SERVICE_SPECIFIC_CREDENTIAL("ServiceSpecificCredential", "Credential"),
    SAML_PROVIDER("SamlProvider", "Principal"),
    OIDC_PROVIDER("OidcProvider", "Principal"),
    SERVICE("Service", "Principal"),
    EXTERNAL_PRINCIPAL("ExternalPrincipal", "Principal"),
    ANY_PRINCIPAL("AnyPrincipal", "Principal"),
    RESOURCE("Resource"),
    TAG("Tag"),
    DELETION_TASK("DeletionTask"),
    ORGANIZATION("Organization"),
    ORGANIZATIONAL_UNIT("OrganizationalUnit"),
    TAG_POLICY("TagPolicy");

    private final String label;
    private final List<String> labels;

    EntityKind(String label, String... more) {
        this.label = label;
        this.labels = java.util.stream.Stream.concat(java.util.stream.Stream.of(label), Arrays.stream(more))
                .toList();
    }

    /** The most specific label, {@code ServiceLinkedRole} for a service-linked role. */
    public String label() {
        return label;
    }

    /** All labels beside {@code Entity}, the most specific first. */
    public List<String> labels() {
        return labels;
    }

    /** Whether nodes of this kind are shared by accounts, belong to none, and are never deleted with one. */
    public boolean shared() {
        return switch (this) {
            case AWS_MANAGED_POLICY, SERVICE, EXTERNAL_PRINCIPAL, ANY_PRINCIPAL, TAG -> true;
            default -> false;
        };
    }

    /** The kind whose most specific label is {@code label}. */
    public static Optional<EntityKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(k -> k.label.equals(label)).findFirst();
    }
}
