package dev.identityexplorer.graph;

import java.time.Duration;
import java.util.Optional;

/** Who judges entities for the {@link Importer}, which writes the verdicts so that Cypher can filter by them. */
public interface Judge {

    /** The verdict on an entity by what is proven at this moment; empty for what nobody deletes. */
    Optional<Facts.Judgement> judge(Facts facts, AccountEvidence evidence);

    /** Older evidence proves nothing: when some of an account becomes so, its verdicts have to be drawn again. */
    Duration maxAge();

    /** Changes when it would judge the same facts otherwise, so that accounts are judged again. */
    String version();
}
