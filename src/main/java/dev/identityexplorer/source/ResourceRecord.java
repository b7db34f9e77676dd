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
        return arn().map(Arn::toString)
                .filter(arn -> sharedBy(account).isEmpty())
                .or(() -> built(account))
                .orElseGet(() -> account + "/" + region + "/" + type.type() + "/" + identifier);
    }

    /** The account that it is in by its ARN, if that is another one. */
    Optional<String> sharedBy(Arn account) {
        return arn().map(Arn::accountId)
                .filter(owner -> owner.matches("\\d{12}") && !owner.equals(account.accountId()));
    }

    private Optional<Arn> arn() {
        return Stream.concat(
                        Stream.of(identifier.split("\\|")).filter(part -> !local),
                        Stream.of(Fields.text(record, "Arn")).filter(arn -> !local))
                .flatMap(text -> Arn.tryParse(text).stream())
                .filter(arn -> !arn.service().equals("iam"))
                .findFirst();
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
        return Arn.tryParse(last)
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
