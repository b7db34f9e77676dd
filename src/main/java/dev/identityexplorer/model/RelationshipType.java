package dev.identityexplorer.model;

/** The relationships that readers produce; the derived ones ({@code OWNS}, {@code BLOCKS_DELETION_OF} …) are written by Cypher. */
public enum RelationshipType {
    /** Role to principal: one for each statement and principal of the trust policy. */
    TRUSTS,
    /** User to group. */
    MEMBER_OF,
    /** User, group or role to managed policy. */
    ATTACHES,
    /** User, group or role to inline policy. */
    EMBEDS,
    /** User or role to the managed policy that bounds its permissions. */
    BOUNDED_BY,
    /** Managed policy to policy version. */
    HAS_VERSION,
    /** Instance profile to role. */
    CARRIES,
    /** User to credential. */
    HAS_CREDENTIAL,
    /** Anything to tag. */
    TAGGED,
    /** Resource to the role or instance profile that it runs with, or the service-linked role that it keeps in use. */
    USES,
    /** Resource to the service that it is a resource of. */
    BELONGS_TO,
    /** Deletion task to the service-linked role that it was to delete. */
    REPORTS_ON,
    /** Organization or organizational unit to what is directly below. */
    PARENT_OF
}
