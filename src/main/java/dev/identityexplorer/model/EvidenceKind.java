package dev.identityexplorer.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a rule may need to have seen. The word is what rule headers, answers and {@code Evidence} nodes call it.
 * {@link Scope#ACCOUNT} evidence covers an account at once, {@link Scope#SUBJECT} one entity of it,
 * {@link Scope#REGION} one resource type in one region.
 */
public enum EvidenceKind {
    USERS("users", Scope.ACCOUNT),
    GROUPS("groups", Scope.ACCOUNT),
    ROLES("roles", Scope.ACCOUNT),
    POLICIES("policies", Scope.ACCOUNT),
    /** Policies as {@code list-policies} tells them: counts, but no versions. */
    POLICY_LIST("policy-list", Scope.ACCOUNT),
    ACCOUNT_SUMMARY("account-summary", Scope.ACCOUNT),
    CREDENTIAL_REPORT("credential-report", Scope.ACCOUNT),
    VIRTUAL_MFA_DEVICES("virtual-mfa-devices", Scope.ACCOUNT),
    INSTANCE_PROFILES("instance-profiles", Scope.ACCOUNT),
    SERVER_CERTIFICATES("server-certificates", Scope.ACCOUNT),
    SAML_PROVIDERS("saml-providers", Scope.ACCOUNT),
    OIDC_PROVIDERS("oidc-providers", Scope.ACCOUNT),
    ACCESS_KEYS("access-keys", Scope.SUBJECT),
    ACCESS_KEY_LAST_USED("access-key-last-used", Scope.SUBJECT),
    LOGIN_PROFILE("login-profile", Scope.SUBJECT),
    MFA_DEVICES("mfa-devices", Scope.SUBJECT),
    SIGNING_CERTIFICATES("signing-certificates", Scope.SUBJECT),
    SSH_PUBLIC_KEYS("ssh-public-keys", Scope.SUBJECT),
    SERVICE_SPECIFIC_CREDENTIALS("service-specific-credentials", Scope.SUBJECT),
    ENTITY_TAGS("entity-tags", Scope.SUBJECT),
    DELETION_TASK("deletion-task", Scope.SUBJECT),
    LAST_ACCESSED("last-accessed", Scope.SUBJECT),
    REGIONS("regions", Scope.ACCOUNT),
    /** All resources of a type in a region, so that one that is not among them is not there. */
    RESOURCE_INVENTORY("resource-inventory", Scope.REGION),
    /** Some resources of a type in a region, by a source that need not know all: shows presence, never absence. */
    RESOURCE_SIGHTING("resource-sighting", Scope.REGION),
    ORGANIZATION("organization", Scope.ACCOUNT);

    /** How much one piece of evidence of a kind covers. */
    public enum Scope {
        ACCOUNT,
        SUBJECT,
        REGION
    }

    private final String word;
    private final Scope scope;

    EvidenceKind(String word, Scope scope) {
        this.word = word;
        this.scope = scope;
    }

    public String word() {
        return word;
    }

    public Scope scope() {
        return scope;
    }

    /** The kind that {@code word} names. */
    public static Optional<EvidenceKind> ofWord(String word) {
        return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }
}
