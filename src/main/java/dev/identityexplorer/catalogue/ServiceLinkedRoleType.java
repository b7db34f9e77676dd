package dev.identityexplorer.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind of service-linked role that AWS services create, with what is known of its deletion. See
 * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html">service-linked
 * roles</a>; {@link #docUrl()} is the page of the service itself.
 *
 * @param servicePrincipal the principal in the role's path, {@code /aws-service-role/<principal>/}
 * @param roleName the fixed part of the name
 * @param aliases other spellings of the name, where AWS sources disagree
 * @param customSuffix whether the name may continue with {@code _} and a suffix
 * @param service the {@link AwsService#name() name} of the owner among the services
 * @param feature the part of the service that the role is for, where the service has several
 * @param deletableBy who can delete it
 * @param multiRegion whether clean-up is needed in every Region; empty where AWS does not say
 * @param blockedBy what AWS says keeps the role in use, one entry a resource type; an empty list does not mean that
 *     nothing does
 * @param managedPolicies names of AWS managed policies under {@code aws-service-role/} that go with it
 * @param docUrl AWS's page on the role
 * @param confidence how well this is known
 * @param source where it is known from, in the words of the file's header
 * @param note anything else that a person should know
 */
public record ServiceLinkedRoleType(
        String servicePrincipal,
        String roleName,
        List<String> aliases,
        boolean customSuffix,
        String service,
        Optional<String> feature,
        DeletableBy deletableBy,
        Optional<Boolean> multiRegion,
        List<Keeper> blockedBy,
        List<String> managedPolicies,
        Optional<String> docUrl,
        Confidence confidence,
        String source,
        Optional<String> note) {

    static final Set<String> COLUMNS = Set.of(
            "principal",
            "roleName",
            "aliases",
            "customSuffix",
            "service",
            "feature",
            "deletableBy",
            "multiRegion",
            "blockedBy",
            "managedPolicies",
            "docUrl",
            "confidence",
            "source",
            "note");

    /** Who can delete a role of a type. */
    public enum DeletableBy {
        /** Anyone who may, by {@code DeleteServiceLinkedRole}. */
        IAM,
        /** Only the service, by itself, when its last resource goes. */
        SERVICE,
        /** Nobody in the account; AWS Support is the contact. */
        NEVER;

        /** The lower-case word that nodes and answers use. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How well a type is known. */
    public enum Confidence {
        /** An AWS page about this role says so. */
        DOCUMENTED,
        /** The role was seen, but no page on its deletion, or its keepers are derived. */
        INFERRED;

        /** The lower-case word that nodes and answers use. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What keeps a role in use.
     *
     * @param resourceType the CloudFormation type name, or {@code service:Thing} where CloudFormation has none
     * @param condition when such a resource keeps the role in use
     * @param when the condition as a program can check it: {@link #EXISTS}, {@link #NAMES_ROLE}, {@link #UNCLEAR}, or
     *     {@code fact=value} (several after commas), see {@link Inventory#facts()}
     * @param more whether the condition names more than resources of the type show, so that their absence proves nothing
     * @param cleanup the command that ends that use, often by destroying the resource; empty where only the console,
     *     AWS Support or waiting helps
     */
    public record Keeper(String resourceType, String condition, String when, boolean more, Optional<Template> cleanup) {

        /** Every resource of the type keeps the role in use. */
        public static final String EXISTS = "exists";
        /** The resource keeps the role in use that it names. */
        public static final String NAMES_ROLE = "names-role";
        /** No file can tell; a resource of the type may keep the role in use. */
        public static final String UNCLEAR = "unclear";

        static Keeper of(Row row) {
            return new Keeper(
                    row.text("resourceType"),
                    row.text("condition"),
                    row.optional("when").orElse(UNCLEAR),
                    row.yesOrNo("more").orElse(false),
                    row.optional("cleanup").map(Template::new));
        }

        /** The values of {@code fact=value} conditions; empty for the other kinds. */
        public List<String> facts() {
            return when.contains("=") ? List.of(when.split(", ")) : List.of();
        }
    }

    static ServiceLinkedRoleType of(Row row) {
        return new ServiceLinkedRoleType(
                row.text("principal"),
                row.text("roleName"),
                row.texts("aliases"),
                row.yesOrNo("customSuffix").orElse(false),
                row.text("service"),
                row.optional("feature"),
                Words.of(DeletableBy.values(), DeletableBy::word, "deletableBy", row),
                row.yesOrNo("multiRegion"),
                row.rows("blockedBy", Set.of("resourceType", "condition", "when", "more", "cleanup"), Keeper::of),
                row.texts("managedPolicies"),
                row.optional("docUrl"),
                Words.of(Confidence.values(), Confidence::word, "confidence", row),
                row.text("source"),
                row.optional("note"));
    }

    /** The id of its node, {@code slr-type/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling}. */
    public String id() {
        return "slr-type/" + servicePrincipal + "/" + roleName;
    }

    /** The name and its aliases. */
    public List<String> fixedNames() {
        return Stream.concat(Stream.of(roleName), aliases.stream()).toList();
    }

    /** What people call the owner: the part of the service where there is one, else the service. */
    public String ownerName() {
        return feature.orElse(service);
    }
}
