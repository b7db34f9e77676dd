package dev.identityexplorer.model;

/**
 * Names one piece of evidence within an account, and with it everything that this evidence tells: a new import of
 * the same key replaces what the older one told.
 *
 * @param kind what was seen
 * @param subject the id of the one entity that it covers; empty for evidence about the whole account
 * @param region the region for resource inventories ({@code global} for services with one endpoint), else empty
 * @param resourceType the CloudFormation type name for resource inventories, else empty
 */
public record EvidenceKey(EvidenceKind kind, String subject, String region, String resourceType) {

    private static final String SNAPSHOT = "?snapshot";

    public EvidenceKey {
        boolean fits = switch (kind.scope()) {
            case ACCOUNT -> subject.isEmpty() && region.isEmpty() && resourceType.isEmpty();
            case SUBJECT -> !subject.isEmpty() && region.isEmpty() && resourceType.isEmpty();
            case REGION -> subject.isEmpty() && !region.isEmpty() && !resourceType.isEmpty();
        };
        if (!fits) {
            throw new IllegalArgumentException("Evidence '" + kind.word() + "' does not go with subject '" + subject
                    + "', region '" + region + "', resource type '" + resourceType + "'.");
        }
    }

    public static EvidenceKey of(EvidenceKind kind) {
        return new EvidenceKey(kind, "", "", "");
    }

    public static EvidenceKey of(EvidenceKind kind, String subject) {
        return new EvidenceKey(kind, subject, "", "");
    }

    public static EvidenceKey inventory(String resourceType, String region) {
        return new EvidenceKey(EvidenceKind.RESOURCE_INVENTORY, "", region, resourceType);
    }

    public static EvidenceKey sighting(String resourceType, String region) {
        return new EvidenceKey(EvidenceKind.RESOURCE_SIGHTING, "", region, resourceType);
    }

    /** The same from what shows all that its maker recorded at one time, so that a newer one replaces an older one. */
    public static EvidenceKey snapshot(String resourceType, String region) {
        return sighting(resourceType + SNAPSHOT, region);
    }

    /** Whether it shows some resources, and says nothing of those that it does not show. */
    public static boolean showsSome(String text) {
        return text.startsWith(EvidenceKind.RESOURCE_SIGHTING.word() + ":") && !text.endsWith(SNAPSHOT);
    }

    /** {@code users}, {@code access-keys:arn:…:user/x} or {@code resource-inventory:eu-west-1:AWS::Lambda::Function}. */
    public String text() {
        return switch (kind.scope()) {
            case ACCOUNT -> kind.word();
            case SUBJECT -> kind.word() + ":" + subject;
            case REGION -> kind.word() + ":" + region + ":" + resourceType;
        };
    }

    @Override
    public String toString() {
        return text();
    }
}
