package ru.mos.clusters.ownership.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;

/**
 * That a party holds or directs the subject of the extract.
 *
 * @param owner the holder, the executive, the member of the board, the managing company
 * @param share of the capital, of a {@link EdgeKind#SHAREHOLDING} only; null if it is not known
 * @param votes of all that may be cast, so without those of the subject's own share; null if they are not known. A trustee
 *     has votes without a share, and who entrusted it a share without votes
 * @param from the record's date; null if the source has none
 * @param until exclusive; null while it lasts
 * @param grn the record's number
 * @param withheld access to it is restricted: the owner may be nameless
 * @param doubtful the register itself marks it as unreliable
 */
public record Relation(
        EdgeKind kind,
        PartyRef owner,
        @Nullable Fraction share,
        @Nullable Fraction votes,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String grn,
        boolean withheld,
        boolean doubtful,
        @Nullable Encumbrance encumbrance,
        int line) {

    Relation withVotes(@Nullable Fraction other) {
        return new Relation(kind, owner, share, other, from, until, grn, withheld, doubtful, encumbrance, line);
    }
}
