package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.FOUNDERS_OF_JOINT_STOCK;
import static ru.mos.clusters.ownership.OwnershipProblem.FOUNDER_TWICE;
import static ru.mos.clusters.ownership.OwnershipProblem.FOUNDER_UNIDENTIFIED;
import static ru.mos.clusters.ownership.OwnershipProblem.OWNS_ITSELF;
import static ru.mos.clusters.ownership.OwnershipProblem.SHARES_EXCEED;
import static ru.mos.clusters.ownership.OwnershipProblem.SHARES_MISSING;
import static ru.mos.clusters.ownership.OwnershipProblem.SHARES_ZERO;
import static ru.mos.clusters.ownership.OwnershipProblem.VOTES_UNCERTAIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/** All founders of one extract together: what they hold, what they vote, and whether the sums can be. */
final class Holders {

    private final Reading reading;
    private final List<Founder> founders = new ArrayList<>();
    private @Nullable Fraction treasurySize;
    private @Nullable Fraction treasuryNominal;
    private @Nullable Entry treasurySince;
    private boolean withheld;

    Holders(Reading reading) {
        this.reading = reading;
    }

    void add(Founder founder) {
        founders.add(founder);
        withheld |= founder.isWithheld();
    }

    /** Some owner is there, but not who or how much. */
    void withhold() {
        withheld = true;
    }

    boolean isWithheld() {
        return withheld;
    }

    /** What the company holds of itself, and since when: until then somebody unknown voted it. */
    void treasury(@Nullable Fraction size, @Nullable Fraction nominal, @Nullable Entry since) {
        treasurySince = since;
        treasurySize = size;
        treasuryNominal = nominal;
    }

    @Nullable
    Fraction treasury(@Nullable Fraction capital) {
        return treasurySize != null
                        || treasuryNominal == null
                        || capital == null
                        || capital.numerator().signum() == 0
                ? treasurySize
                : treasuryNominal.dividedBy(capital);
    }

    /** Who founded a joint-stock company does not tell who holds its shares today. */
    List<Relation> ofJointStock() {
        if (!founders.isEmpty()) {
            reading.remark(FOUNDERS_OF_JOINT_STOCK, "СвУчредит", Integer.toString(founders.size()));
        }
        return List.of();
    }

    /** @throws ExtractFault {@code shares-exceed} */
    List<Relation> relations(PartyRef subject, @Nullable Fraction capital) throws ExtractFault {
        var shares = new ArrayList<@Nullable Fraction>();
        for (Founder founder : founders) {
            shares.add(founder.share(capital));
        }
        Fraction own = treasury(capital);
        Fraction treasury = own == null ? Fraction.ZERO : own;
        requirePossible(shares, treasury);
        remarkStrange(subject, shares);

        Fraction base = Fraction.ONE.minus(treasury);
        boolean known = certain(shares, base);
        var relations = new ArrayList<Relation>();
        for (int i = 0; i < founders.size(); i++) {
            Founder founder = founders.get(i);
            founder.changed(treasurySince);
            Fraction share = shares.get(i);
            Fraction due = founder.statesVotes() ? founder.statedVotes() : known ? votes(share, base) : null;
            relations.addAll(founder.relations(share, due));
        }
        return relations;
    }

    private void requirePossible(List<@Nullable Fraction> shares, Fraction treasury) throws ExtractFault {
        Fraction sum = treasury;
        Fraction stated = Fraction.ZERO;
        for (int i = 0; i < founders.size(); i++) {
            sum = sum.plus(orZero(shares.get(i)));
            stated = stated.plus(orZero(founders.get(i).statedVotes()));
        }
        Fraction larger = sum.compareTo(stated) > 0 ? sum : stated;
        if (larger.compareTo(Fraction.ONE) > 0) {
            throw new ExtractFault(SHARES_EXCEED, "СвУчредит", Amounts.shown(larger));
        }
    }

    private void remarkStrange(PartyRef subject, List<@Nullable Fraction> shares) {
        long missing = shares.stream().filter(Objects::isNull).count();
        if (missing > 0) {
            reading.remark(SHARES_MISSING, "ДоляУстКап", Long.toString(missing), Integer.toString(shares.size()));
        }
        if (!shares.isEmpty() && shares.stream().allMatch(share -> share != null && share.equals(Fraction.ZERO))) {
            reading.remark(SHARES_ZERO, "ДоляУстКап", Integer.toString(shares.size()));
        }
        for (int i = 0; i < founders.size(); i++) {
            PartyRef party = founders.get(i).party();
            if (!party.isIdentified()) {
                reading.remark(FOUNDER_UNIDENTIFIED, "СвУчредит", party.name());
            } else if (party.isSame(subject)) {
                reading.remark(OWNS_ITSELF, "СвУчредит", party.name());
            } else if (founders.subList(0, i).stream().anyMatch(other -> party.isSame(other.party()))) {
                reading.remark(FOUNDER_TWICE, "СвУчредит", party.name());
            }
        }
    }

    /**
     * Whether who states no votes of its own votes by its share. Where some votes depart from the shares, only if all
     * then make what all shares make; else what the rest votes is not known.
     */
    private boolean certain(List<@Nullable Fraction> shares, Fraction base) {
        if (founders.stream().noneMatch(Founder::statesVotes)) {
            return true;
        }
        Fraction byShares = Fraction.ZERO;
        Fraction asStated = Fraction.ZERO;
        boolean readable = true;
        for (int i = 0; i < founders.size(); i++) {
            Founder founder = founders.get(i);
            Fraction share = orZero(votes(shares.get(i), base));
            byShares = byShares.plus(share);
            asStated = asStated.plus(founder.statesVotes() ? orZero(founder.statedVotes()) : share);
            readable &= !founder.statesVotes() || founder.statedVotes() != null;
        }
        if (readable && byShares.equals(asStated)) {
            return true;
        }
        if (founders.stream().anyMatch(founder -> !founder.statesVotes())) {
            reading.remark(VOTES_UNCERTAIN, "СвОбъемПрав", Amounts.shown(asStated));
        }
        return false;
    }

    private static @Nullable Fraction votes(@Nullable Fraction share, Fraction base) {
        return share == null || base.numerator().signum() <= 0 ? null : share.dividedBy(base);
    }

    private static Fraction orZero(@Nullable Fraction share) {
        return share == null ? Fraction.ZERO : share;
    }
}
