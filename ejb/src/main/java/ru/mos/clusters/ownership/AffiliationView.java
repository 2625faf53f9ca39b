package ru.mos.clusters.ownership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.Link;
import ru.mos.clusters.ownership.graph.Missing;
import ru.mos.clusters.ownership.graph.PairVerdict;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Fraction;

/**
 * Whether two parties are affiliated on a day, and why.
 *
 * @param reason set when they are
 * @param proof the facts that suffice, none of which can be spared; null unless they are affiliated
 * @param examined everyone who was looked at, with the source and its day: the certificate when they are not
 * @param missing what is not known and could change the answer, with who can supply it
 * @param knownOn the latest change behind the answer; null where nothing is known at all
 */
public record AffiliationView(
        Who a,
        Who b,
        LocalDate asOf,
        @Nullable Instant knownOn,
        PairVerdict verdict,
        AffiliationProfile profile,
        Citation citation,
        @Nullable Link reason,
        @Nullable Proof proof,
        List<Examined> examined,
        List<MissingFact> missing) {

    /** A party by its id at the doors. */
    public record Who(String id, String name) {}

    /**
     * Paths of facts; their products add up to the sum, which exceeds the threshold.
     *
     * @param sum null where no shares are measured
     */
    public record Proof(
            List<Path> paths,
            @Nullable Fraction sum,
            @Nullable Fraction threshold) {}

    /** A chain of facts, each sharing a party with the next. */
    public record Path(List<Edge> edges, Fraction product) {}

    /**
     * One fact.
     *
     * @param share of a shareholding; null otherwise
     * @param votes where they differ from the share
     */
    public record Edge(
            String from,
            String fromName,
            String to,
            String toName,
            EdgeKind kind,
            @Nullable Fraction share,
            @Nullable Fraction votes,
            @Nullable LocalDate since,
            OwnershipSource source) {}

    /**
     * Who was looked at.
     *
     * @param shownOn the day of the extract that was used; null where there is none
     */
    public record Examined(
            Who party,
            @Nullable LocalDate shownOn,
            @Nullable OwnershipSource source) {}

    /** What is not known about whom. */
    public record MissingFact(Who party, Missing what) {}
}
