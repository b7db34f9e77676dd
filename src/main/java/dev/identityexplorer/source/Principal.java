package dev.identityexplorer.source;

import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EntityRef;

/**
 * One principal of a policy.
 *
 * @param type {@code AWS}, {@code Service}, {@code Federated} or {@code CanonicalUser}
 * @param ref where a trust in it ends
 */
record Principal(String type, EntityRef ref) {

    private static final String SERVICE = "[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?";

    /**
     * The principal that {@code text} names.
     *
     * @param given the key that it stands under in the policy; {@code AWS} where the policy has none
     * @param partition the partition of the role, for account ids without an ARN
     */
    static Principal of(String given, String text, String partition) {
        var type = given.equals("*") ? "AWS" : given.equals("AWS") && text.matches(SERVICE) ? "Service" : given;
        if (text.equals("*")) {
            return new Principal(type, new EntityRef(EntityKind.ANY_PRINCIPAL, "*", "*"));
        }
        return new Principal(
                type,
                switch (type) {
                    case "Service" -> new EntityRef(EntityKind.SERVICE, text, text);
                    case "CanonicalUser" -> external("canonical-user/" + text, text);
                    default -> byText(text, partition);
                });
    }

    private static EntityRef byText(String text, String partition) {
        if (text.matches("\\d{12}")) {
            return new EntityRef(EntityKind.ACCOUNT, new Arn(partition, "iam", "", text, "root").toString(), text);
        }
        return Arn.tryParse(text)
                .filter(arn -> arn.service().equals("iam") && !text.contains("*"))
                .map(Refs::entity)
                .filter(ref -> switch (ref.kind()) {
                    case ACCOUNT, USER, ROLE, SERVICE_LINKED_ROLE, SAML_PROVIDER, OIDC_PROVIDER -> true;
                    default -> false;
                })
                .orElseGet(() -> external(text, text));
    }

    private static EntityRef external(String id, String name) {
        return new EntityRef(EntityKind.EXTERNAL_PRINCIPAL, id, name);
    }
}
