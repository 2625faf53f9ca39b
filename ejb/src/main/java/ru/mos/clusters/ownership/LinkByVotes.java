package ru.mos.clusters.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import ru.mos.clusters.ownership.graph.Affiliations;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.OwnershipGraph;
import ru.mos.clusters.ownership.graph.PairVerdict;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.ownership.graph.Profile;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Sql;

/** Where the law's definition begins to link two companies one of which has votes in the other: for examples of a rule. */
@ApplicationScoped
public class LinkByVotes {

    @Inject
    private Sql sql;

    /** The law's definition with the figures and readings of a day. */
    public Profile law(AffiliationProfile profile, LocalDate day) {
        return sql.with(handle -> OwnershipParameters.on(handle, day, null)).profile(profile);
    }

    /** Whether so many votes of one company in another make the two affiliated, all else known and innocent. */
    public static boolean links(Profile law, Fraction votes) {
        var builder = OwnershipGraph.builder().party(1, PartyKind.LEGAL_ENTITY).party(2, PartyKind.LEGAL_ENTITY);
        long of = votes.denominator().longValueExact();
        long held = votes.numerator().longValueExact();
        int stake = builder.stake(held, of, held, of);
        var graph = builder.edge(1, 2, EdgeKind.SHAREHOLDING, stake, true, 0).build();
        return Affiliations.of(graph, law, Set.of()).pair(1, 2).verdict() == PairVerdict.AFFILIATED;
    }

    /** The votes above which the law's definition links. */
    public static Fraction threshold(Profile law) {
        return law.law() == Profile.Law.GROUP ? law.controlAbove() : law.holdingAbove();
    }
}
