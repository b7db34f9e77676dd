package dev.identityexplorer.source;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import dev.identityexplorer.model.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of AWS answers for a test, and shortcuts to what was read from it. */
record Folder(Path path) {

    static final String DETAILS = "111122223333/global/iam-get-account-authorization-details.json";
    static final String ROOT = "arn:aws:iam::111122223333:root";

    Folder with(String name, String text) {
        return with(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Folder with(String name, byte[] content) {
        try {
            var file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Source source() {
        return Source.of(List.of(path));
    }

    /** What is read of the one account there is. */
    Snapshot snapshot() {
        var source = source();
        if (source.accounts().size() != 1) {
            throw new AssertionError("Not one account: " + source.accounts() + " " + source.skipped());
        }
        return source.read(source.accounts().get(0));
    }

    /** How complete the inventories of a type are, one for each Region. */
    List<Evidence.State> inventories(String type) {
        return snapshot().evidence().stream()
                .filter(e -> e.key().kind() == EvidenceKind.RESOURCE_INVENTORY)
                .filter(e -> e.key().resourceType().equals(type))
                .map(Evidence::state)
                .toList();
    }

    static Entity entity(Snapshot snapshot, String id) {
        var found = snapshot.entities().stream().filter(e -> e.id().equals(id)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " entities " + id + " among "
                    + snapshot.entities().stream().map(Entity::id).toList());
        }
        return found.get(0);
    }

    static Entity entity(Snapshot snapshot, String id, EvidenceKind evidence) {
        return snapshot.entities().stream()
                .filter(e -> e.id().equals(id) && e.evidence().kind() == evidence)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + evidence + " of " + id));
    }

    static List<String> targets(Entity entity, RelationshipType type) {
        return entity.relationships().stream()
                .filter(r -> r.type() == type)
                .map(r -> r.target().id())
                .toList();
    }

    static List<Relationship> relationships(Entity entity, RelationshipType type) {
        return entity.relationships().stream().filter(r -> r.type() == type).toList();
    }

    static Evidence evidence(Snapshot snapshot, EvidenceKind kind) {
        var found =
                snapshot.evidence().stream().filter(e -> e.key().kind() == kind).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " evidence " + kind + " among " + snapshot.evidence());
        }
        return found.get(0);
    }
}
