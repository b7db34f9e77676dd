package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EvidenceKey;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One resource as one answer tells it.
 *
 * @param type its type
 * @param key the evidence that tells it
 * @param identifier an ARN, or what the service calls it
 * @param name empty where it has none but its identifier
 * @param region where it is; {@code global} where it is in none
 * @param record what the answer says of it
 * @param whole whether a record without role fields has no role
 * @param local whether the identifier is no ARN of its own, though it looks like one
 */
record ResourceRecord(
        Inventory type,
        EvidenceKey key,
        String identifier,
        String name,
        String region,
        JsonNode record,
        boolean whole,
        boolean local) {

    /**
     * Its ARN where it is told or can be built, else the account's root ARN with region, type and identifier. So has what
     * another account shares: two accounts list it, and each knows it in its own way.
     */
    String id(Arn account) {
        return ownArn().map(Arn::toString)
                .filter(arn -> sharedBy(account).isEmpty())
                .or(() -> built(account))
                .orElseGet(() -> account + "/" + region + "/" + type.type() + "/" + identifier);
    }

    /** The account that it is in by its ARN, if that is another one. */
    Optional<String> sharedBy(Arn account) {
        return ownArn().map(Arn::accountId)
                .filter(owner -> owner.matches("\\d{12}") && !owner.equals(account.accountId()));
    }

    /** Of the parts of a compound identifier, the one that is its ARN, else the ARN that the record tells. */
    private Optional<Arn> ownArn() {
        if (local) {
            return Optional.empty();
        }
        var parts = identifier.split("\\|");
        var arns = Stream.of(parts).filter(this::isItsArn).toList();
        // that of the holder stands beside it: arn:…:service/main/api|arn:…:cluster/main
        var own = arns.stream()
                .filter(arn -> Resources.typeOf(arn).filter(type.type()::equals).isPresent());
        var only = arns.stream().limit(arns.size() == 1 ? 1 : 0);
        var told = Stream.of(Fields.text(record, "Arn")).filter(this::isItsArn);
        var last = arns.stream().filter(arn -> arn.equals(parts[parts.length - 1]));
        return Stream.of(own, only, told, last)
                .flatMap(found -> found)
                .findFirst()
                .map(Arn::parse);
    }

    private boolean isItsArn(String text) {
        return Arn.tryParse(text).filter(arn -> !arn.service().equals("iam")).isPresent();
    }

    private Optional<String> built(Arn account) {
        return identifier.startsWith("arn:") ? Optional.empty() : type.arn(account, region, identifier);
    }

    /** What people call it. */
    String shownName() {
        if (!name.isEmpty()) {
            return name;
        }
        var last = identifier.substring(identifier.lastIndexOf('|') + 1);
        return ownArn().filter(arn -> identifier.contains(arn.toString()))
                .or(() -> Arn.tryParse(last))
                .map(Arn::shownName)
                .map(text -> text.substring(text.lastIndexOf(':') + 1))
                .orElse(last);
    }

    /** Whether the record has a field that tells its roles. */
    boolean tellsRoles() {
        return whole
                || type.roles().stream()
                        .anyMatch(field -> !Fields.at(record, field).isEmpty());
    }

    /** Whether it names the service-linked role that it keeps in use, if its type has a field for that. */
    boolean decides() {
        return type.decides()
                .map(field -> !Fields.text(record, field).isEmpty())
                .orElse(true);
    }
}
