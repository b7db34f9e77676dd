package dev.identityexplorer.source;

import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EntityRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds an account's IAM entities by name: AWS names are unique within an account whatever the path, and lists of
 * groups or keys give names alone.
 */
final class Names {

    private final Arn account;
    private final Map<String, EntityRef> known = new HashMap<>();
    private final Map<String, EntityRef> byUniqueId = new HashMap<>();

    private final Function<String, Optional<EntityRef>> imported;
    private final Map<String, Optional<EntityRef>> asked = new HashMap<>();

    /** @param imported what an earlier import told, see {@link Source#read(AccountFiles, Function)} */
    Names(Arn account, Function<String, Optional<EntityRef>> imported) {
        this.account = account;
        this.imported = imported;
    }

    /** Notes an entity; what it embeds or holds has an id below its ARN, which looks like the ARN of another one of its kind. */
    void learn(EntityRef ref) {
        Arn.tryParse(ref.id())
                .filter(arn -> arn.service().equals("iam"))
                .filter(arn -> Refs.entity(arn).kind() == ref.kind())
                .ifPresent(arn -> known.putIfAbsent(arn.resourceType() + "/" + arn.resourceName(), ref));
    }

    /** Notes the id that IAM made for an entity, {@code AROA…}, which AWS Config knows it by. */
    void learn(String uniqueId, EntityRef ref) {
        byUniqueId.putIfAbsent(uniqueId, ref);
    }

    /** The entity with an id that IAM made. */
    Optional<EntityRef> withUniqueId(String id) {
        return Optional.ofNullable(byUniqueId.get(id)).or(() -> imported(id));
    }

    /** Whether a file told an entity with this very ARN. */
    boolean isKnown(String id) {
        return Arn.tryParse(id)
                .map(arn -> known.get(arn.resourceType() + "/" + arn.resourceName()))
                .filter(ref -> ref.id().equals(id))
                .isPresent();
    }

    /**
     * The user that lists know by name alone; empty where nothing tells the ARN, whose path the name lacks: an invented one
     * would be somebody who does not exist.
     */
    Optional<EntityRef> knownUser(String nameOrArn) {
        return find("user", nameOrArn);
    }

    EntityRef user(String nameOrArn) {
        return knownUser(nameOrArn).orElseGet(() -> made(EntityKind.USER, "user", nameOrArn));
    }

    EntityRef group(String nameOrArn) {
        return find("group", nameOrArn).orElseGet(() -> made(EntityKind.GROUP, "group", nameOrArn));
    }

    EntityRef role(String nameOrArn) {
        return find("role", nameOrArn).orElseGet(() -> made(EntityKind.ROLE, "role", nameOrArn));
    }

    /** Any entity of the kind that IAM's ARNs call {@code type}, by its name or its ARN. */
    Optional<EntityRef> find(String type, String nameOrArn) {
        return Arn.tryParse(nameOrArn)
                .map(Refs::entity)
                .or(() -> Optional.ofNullable(known.get(type + "/" + nameOrArn)))
                .or(() -> imported(type + "/" + nameOrArn));
    }

    private Optional<EntityRef> imported(String typeAndName) {
        return asked.computeIfAbsent(typeAndName, imported);
    }

    private EntityRef made(EntityKind kind, String type, String name) {
        return new EntityRef(kind, arn(type + "/" + name), name);
    }

    /** An IAM ARN of this account. */
    String arn(String resource) {
        return new Arn(account.partition(), "iam", "", account.accountId(), resource).toString();
    }
}
