package dev.identityexplorer.source;

import dev.identityexplorer.catalogue.Partition;
import dev.identityexplorer.model.Arn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds out whose each document is: its own entities say it; else its bundle's ACCOUNT folder; else the ARNs that it
 * mentions; else its neighbours, if they all are of one account; else the import, if it is of one account.
 */
final class Grouping {

    private final List<Document> documents;
    private final List<Skipped> skipped;
    private final Map<Path, Owners> folders = new HashMap<>();
    private final Map<Path, Owners> callers = new HashMap<>();
    /** Folders of an account's number that hold what IAM said of another account: its credentials were asked with. */
    private final Set<Path> ofOthers = new HashSet<>();
    /** By ACCOUNT folder, of the Regions in it: what tells the partition where nothing in it holds an ARN. */
    private final Map<Path, String> partitions = new HashMap<>();

    private final Map<Arn, List<Document>> accounts = new TreeMap<>(Comparator.comparing(Arn::toString));

    Grouping(List<Document> documents, List<Skipped> skipped) {
        this.documents = documents;
        this.skipped = skipped;
        for (var document : documents) {
            document.file().bundle().ifPresent(bundle -> {
                var kind = document.format().operation().equals(CallerIdentity.OPERATION) ? callers : folders;
                kind.computeIfAbsent(bundle.folder(), f -> new Owners())
                        .add(document.format().tellsOwners() ? document.owners().asMentions() : document.owners());
                if (isOfAnother(document, bundle.folder())) {
                    ofOthers.add(bundle.folder());
                }
                Partition.ofRegion(bundle.region()).ifPresent(id -> partitions.putIfAbsent(bundle.folder(), id));
            });
        }
    }

    private static boolean isOfAnother(Document document, Path folder) {
        return document.format().operation().startsWith("iam-")
                && digits(folder)
                        .filter(number -> {
                            var owners = document.owners().accounts();
                            return !owners.isEmpty()
                                    && owners.stream()
                                            .noneMatch(
                                                    owner -> owner.accountId().equals(number));
                        })
                        .isPresent();
    }

    List<AccountFiles> accounts() {
        var homeless = new ArrayList<Document>();
        for (var document : documents) {
            if (!document.mixed().isEmpty()) {
                document.owners().accounts().forEach(account -> add(account, document));
            } else if (document.owners().strongest().isEmpty() && isOfAnotherCaller(document.file())) {
                skipped.add(
                        new Skipped(
                                document.name(),
                                "Its folder says one account, and what IAM or sts-get-caller-identity said in it another; it does not say itself."));
            } else {
                account(document).ifPresentOrElse(account -> add(account, document), () -> homeless.add(document));
            }
        }
        homeless.forEach(this::adopt);
        return accounts.entrySet().stream()
                .map(e -> new AccountFiles(e.getKey(), e.getValue()))
                .toList();
    }

    private void add(Arn account, Document document) {
        accounts.computeIfAbsent(account, a -> new ArrayList<>()).add(document);
    }

    private Optional<Arn> account(Document document) {
        return document.owners()
                .strongest()
                .or(() -> folder(document.file()))
                .or(() -> document.owners().likely());
    }

    /** The account of the ACCOUNT folder that holds the file: by its digits, or by what is in it. */
    private Optional<Arn> folder(SourceFile file) {
        return accountFolder(file).flatMap(this::folderAccount);
    }

    /** The ACCOUNT folder that holds the file, however deep. */
    private Optional<Path> accountFolder(SourceFile file) {
        for (var at = file.path().toAbsolutePath().normalize().getParent(); at != null; at = at.getParent()) {
            if (folders.containsKey(at) || callers.containsKey(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> digits(Path folder) {
        return Optional.of(folder.getFileName().toString()).filter(name -> name.matches("\\d{12}"));
    }

    /** Whether the credentials in a folder of an account's number were another account's. */
    private boolean isOfAnotherCaller(SourceFile file) {
        return accountFolder(file)
                .filter(folder -> ofOthers.contains(folder)
                        || callers.getOrDefault(folder, Owners.NONE)
                                .strongest()
                                .flatMap(caller -> digits(folder).filter(number -> !number.equals(caller.accountId())))
                                .isPresent())
                .isPresent();
    }

    private Optional<Arn> folderAccount(Path folder) {
        var inside = folders.getOrDefault(folder, Owners.NONE);
        var caller = callers.getOrDefault(folder, Owners.NONE).strongest();
        return digits(folder)
                .map(number -> {
                    var partition = caller.or(inside::likely)
                            .map(Arn::partition)
                            .or(() -> Optional.ofNullable(partitions.get(folder)))
                            .orElse("aws");
                    return new Arn(partition, "iam", "", number, "root");
                })
                .or(() -> caller.or(inside::likely));
    }

    /** Finds a home for a document that says nothing itself, such as an empty last page. */
    private void adopt(Document document) {
        var folder = document.file().path().toAbsolutePath().getParent();
        Stream.<Supplier<Set<Arn>>>of(
                        () -> owners(d -> d.file().equals(document.file())),
                        () -> owners(d ->
                                folder.equals(d.file().path().toAbsolutePath().getParent())),
                        () -> onlyAccount(document))
                .map(Supplier::get)
                .filter(set -> set.size() == 1)
                .findFirst()
                .ifPresentOrElse(
                        set -> add(set.iterator().next(), document),
                        () -> skipped.add(new Skipped(
                                document.name(),
                                "It does not say which account it is of; put it into a folder ACCOUNT/global/.")));
    }

    /** The accounts of the import, unless this document is in a folder of an account that holds nothing of them. */
    private Set<Arn> onlyAccount(Document document) {
        var folder = accountFolder(document.file());
        boolean elsewhere = folder.isPresent()
                && accounts.values().stream()
                        .flatMap(List::stream)
                        .noneMatch(d ->
                                d.file().path().toAbsolutePath().normalize().startsWith(folder.get()));
        return elsewhere ? Set.of() : Set.copyOf(accounts.keySet());
    }

    private Set<Arn> owners(java.util.function.Predicate<Document> which) {
        var owners = new HashSet<Arn>();
        accounts.forEach((account, list) -> {
            if (list.stream().anyMatch(which)) {
                owners.add(account);
            }
        });
        return owners;
    }
}
