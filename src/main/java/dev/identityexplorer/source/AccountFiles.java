package dev.identityexplorer.source;

import dev.identityexplorer.model.Arn;
import java.util.List;

/** The files of one account, as {@link Source#accounts()} found them; {@link Source#read} turns them into a snapshot. */
public final class AccountFiles {

    private final Arn account;
    private final List<Document> documents;

    AccountFiles(Arn account, List<Document> documents) {
        this.account = account;
        this.documents = List.copyOf(documents);
    }

    /** The account's root ARN, {@code arn:aws:iam::111122223333:root}. */
    public Arn account() {
        return account;
    }

    /** The same files of an account whose partition they do not tell. */
    public AccountFiles of(Arn account) {
        return new AccountFiles(account, documents);
    }

    public String accountId() {
        return account.accountId();
    }

    /** The names of its files, each once. */
    public List<String> files() {
        return documents.stream().map(d -> d.file().name()).distinct().toList();
    }

    /** The size of its files together, for a progress bar. */
    public long bytes() {
        return documents.stream()
                .map(Document::file)
                .distinct()
                .mapToLong(SourceFile::size)
                .sum();
    }

    List<Document> documents() {
        return documents;
    }

    @Override
    public String toString() {
        return account + " in " + documents.size() + " documents";
    }
}
