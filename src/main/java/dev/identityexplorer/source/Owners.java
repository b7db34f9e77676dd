package dev.identityexplorer.source;

import dev.identityexplorer.model.Arn;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Counts whose entities a document holds, to tell whose document it is. */
final class Owners {

    static final Owners NONE = new Owners();

    /** As many as an organization may have; one document may tell what all of them hold. */
    private static final int MOST_ACCOUNTS = 10_000;

    /** Enough to tell which is mentioned most; the rest is mentioned in policies, and need not be counted. */
    private static final int MOST_MENTIONED = 200;

    private final Map<String, Integer> entities = new HashMap<>(2);
    private final Map<String, Integer> mentions = new HashMap<>(2);

    /** Counts the account of an entity that the document describes. */
    void entity(String text) {
        count(entities, text, MOST_ACCOUNTS);
    }

    /** Counts the account of an ARN that stands anywhere. */
    void mention(String text) {
        count(mentions, text, MOST_MENTIONED);
    }

    void add(Owners other) {
        other.entities.forEach((account, n) -> entities.merge(account, n, Integer::sum));
        other.mentions.forEach((account, n) -> mentions.merge(account, n, Integer::sum));
    }

    /** The same, as if the document described no entity of its own. */
    Owners asMentions() {
        var mentions = new Owners();
        mentions.mentions.putAll(this.mentions);
        entities.forEach((account, n) -> mentions.mentions.merge(account, n, Integer::sum));
        return mentions;
    }

    /** Takes the ARN apart by hand: a scan does it for every ARN of an import. */
    private static void count(Map<String, Integer> counts, String text, int most) {
        int partition = text.indexOf(':') + 1;
        int service = text.indexOf(':', partition) + 1;
        int region = text.indexOf(':', service) + 1;
        int account = text.indexOf(':', region) + 1;
        int resource = text.indexOf(':', account);
        if (partition == 0 || service == 0 || region == 0 || account == 0 || resource <= account) {
            return;
        }
        var id = text.substring(account, resource);
        var root = "arn:" + text.substring(partition, service) + "iam::" + id + ":root";
        if (!id.isEmpty()
                && !id.equals("aws")
                && id.indexOf('*') < 0
                && (counts.size() < most || counts.containsKey(root))) {
            counts.merge(root, 1, Integer::sum);
        }
    }

    /** The account of most of the document's entities. */
    Optional<Arn> strongest() {
        return most(entities);
    }

    /** The account of most of its entities; where it has none, of most ARNs. */
    Optional<Arn> likely() {
        return strongest().or(() -> most(mentions));
    }

    private static Optional<Arn> most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .flatMap(e -> Arn.tryParse(e.getKey()));
    }

    /** The root ARNs of all accounts of twelve digits that have entities here. */
    Set<Arn> accounts() {
        var accounts = new TreeSet<Arn>(Comparator.comparing(Arn::toString));
        entities.keySet().stream()
                .flatMap(root -> Arn.tryParse(root).stream())
                .filter(a -> a.accountId().matches("\\d{12}"))
                .forEach(accounts::add);
        return accounts;
    }
}
