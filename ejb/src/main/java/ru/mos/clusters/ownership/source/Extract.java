package ru.mos.clusters.ownership.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;

/**
 * The complete picture of one subject in one extract of EGRUL or EGRIP: a relation that it does not show has ended.
 *
 * @param document the file's own name of the extract
 * @param opf code of the legal form
 * @param jointStock its shareholders are in a register of their own, never here
 * @param on the day on which the register was asked
 * @param ceasedOn the first day on which it is no more
 * @param capital in roubles
 * @param treasury the share that the company itself holds
 * @param ownersWithheld some owner is not shown, or in a way that this program does not know
 */
public record Extract(
        @Nullable String document,
        PartyRef subject,
        @Nullable String shortName,
        @Nullable String opf,
        boolean jointStock,
        LocalDate on,
        @Nullable LocalDate ceasedOn,
        List<PartyRef> successors,
        @Nullable BigDecimal capital,
        @Nullable Fraction treasury,
        boolean ownersWithheld,
        @Nullable Address address,
        List<Relation> relations,
        List<SourceRemark> remarks,
        int line) {

    /** Whether it shows all of the capital with its owners, so that nobody unknown holds any of it. */
    public boolean isComplete() {
        if (jointStock || ownersWithheld) {
            return false;
        }
        Fraction sum = treasury == null ? Fraction.ZERO : treasury;
        for (Relation relation : relations) {
            if (relation.kind() == EdgeKind.SHAREHOLDING) {
                if (relation.share() == null || relation.votes() == null || relation.withheld()) {
                    return false;
                }
                sum = sum.plus(relation.share());
            }
        }
        return sum.equals(Fraction.ONE);
    }
}
