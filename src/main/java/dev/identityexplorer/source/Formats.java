package dev.identityexplorer.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All formats that can be read. A new one is a class with its {@code formats()} in this list. */
final class Formats {

    static final List<Format> ALL = Stream.of(
                    AuthorizationDetails.formats(),
                    CredentialReport.formats(),
                    UserCredentials.formats(),
                    KeyLastUsed.formats(),
                    AccountLists.formats(),
                    VirtualMfaDevices.formats(),
                    EntityTags.formats(),
                    AccountFacts.formats(),
                    DeletionStatus.formats(),
                    CallerIdentity.formats(),
                    EnabledRegions.formats(),
                    Organizations.formats(),
                    LastAccessed.formats(),
                    CloudControl.formats(),
                    InventoryAnswers.formats(),
                    ConfigItems.formats(),
                    Sightings.formats())
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Format> BY_OPERATION =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Format::operation, Function.identity()));

    private Formats() {}

    static Optional<Format> named(String operation) {
        return Optional.ofNullable(BY_OPERATION.get(operation));
    }

    /**
     * The format of a document: the one that its path names if it looks like one, else the one that it looks like.
     * An IAM operation that is not known is never taken for another one: {@code list-instance-profiles-for-role} looks
     * like {@code list-instance-profiles}, and proves less.
     */
    static Optional<Format> of(SourceFile file, Shape shape) {
        var named = named(file.operation());
        if (named.isPresent()) {
            return named.filter(f -> f.holds(shape)).or(() -> like(shape));
        }
        return file.operation().startsWith("iam-") ? Optional.empty() : like(shape);
    }

    private static Optional<Format> like(Shape shape) {
        return ALL.stream().filter(f -> f.byContent().test(shape)).findFirst();
    }
}
