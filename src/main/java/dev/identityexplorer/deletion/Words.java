package dev.identityexplorer.deletion;

import java.util.Locale;
import java.util.Map;

/** Kinds as people say them. */
public final class Words {

    private static final Map<String, String> SPECIAL = Map.of(
            "CustomerManaged", "customer managed policy",
            "AwsManaged", "AWS managed policy",
            "ServiceLinkedRole", "service-linked role",
            "MfaDevice", "MFA device",
            "SshPublicKey", "SSH public key",
            "ServiceSpecificCredential", "service-specific credential",
            "SamlProvider", "SAML provider",
            "OidcProvider", "OIDC provider");

    private Words() {}

    /** {@code instance profile} for {@code InstanceProfile}. */
    public static String of(String kind) {
        return SPECIAL.getOrDefault(
                kind, kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
    }

    /** {@code an} for {@code Account}. */
    static String article(String word) {
        return "AEIO".indexOf(word.charAt(0)) < 0 ? "a" : "an";
    }
}
