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

    /** More accounts than any document owns; the rest is mentioned in policies, and need not be counted. */
    private static final int ENOUGH = 200;

    private final Map<Arn, Integer> entities = new HashMap<>(2);
    private final Map<Arn, Integer> mentions = new HashMap<>(2);

    /** Counts the account of an entity that the document describes. */
    void entity(String text) {
        count(entities, text);
    }

    /** Counts the account of an ARN that stands anywhere. */
    void mention(String text) {
        count(mentions, text);
    }

    void add(Owners other) {
        other.entities.forEach((account, n) -> entities.merge(account, n, Integer::sum));
        other.mentions.forEach((account, n) -> mentions.merge(account, n, Integer::sum));
    }

    private static void count(Map<Arn, Integer> counts, String text) {
        Arn.tryParse(text)
                .filter(arn -> !arn.accountId().isEmpty() && !arn.accountId().equals("aws"))
                .map(Owners::root)
                .filter(root -> counts.size() < ENOUGH || counts.containsKey(root))
                .ifPresent(root -> counts.merge(root, 1, Integer::sum));
    }

    static Arn root(Arn arn) {
        return new Arn(arn.partition(), "iam", "", arn.accountId(), "root");
    }

    /** The account of most of the document's entities. */
    Optional<Arn> strongest() {
        return most(entities);
    }

    /** The account of most of its entities; where it has none, of most ARNs. */
    Optional<Arn> likely() {
        return strongest().or(() -> most(mentions));
    }

    private static Optional<Arn> most(Map<Arn, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<Arn, Integer>comparingByValue()
                        .thenComparing(e -> e.getKey().toString(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    /** The root ARNs of all accounts of twelve digits that have entities here. */
    Set<Arn> accounts() {
        var accounts = new TreeSet<Arn>(Comparator.comparing(Arn::toString));
        entities.keySet().stream().filter(a -> a.accountId().matches("\\d{12}")).forEach(accounts::add);
        return accounts;
    }
}
