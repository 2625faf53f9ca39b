package ru.mos.clusters.call.council;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * A sitting with all that was said and voted in it.
 *
 * @param number by which people call it
 * @param callCode of its call: {@code C-3}
 * @param presiding seat of who chairs: the chair if there, else a deputy; null while nobody is
 * @param quorum of the sitting as a whole, before anybody is recused; null where the body has no regulations on that day
 * @param protocol its protocol; null while none is drawn up
 * @param actions what the caller may do to it now
 */
public record SittingView(
        UUID id,
        long number,
        String body,
        BodyKind kind,
        String bodyRu,
        String bodyEn,
        UUID call,
        String callCode,
        SittingForm form,
        SittingState state,
        LocalDate heldOn,
        String place,
        @Nullable String because,
        @Nullable UUID presiding,
        @Nullable Quorum quorum,
        List<Member> members,
        List<Item> items,
        @Nullable UUID protocol,
        List<SittingAction> actions,
        long version)
        implements Serializable {

    /**
     * A member in office on the day.
     *
     * @param presence null while it is not noted
     * @param mine whether it is the caller's own seat
     */
    public record Member(
            UUID seat,
            @Nullable String login,
            String name,
            @Nullable String organisation,
            Post post,
            boolean votes,
            @Nullable Presence presence,
            boolean mine)
            implements Serializable {}

    /**
     * An application on the agenda.
     *
     * @param rank its place in the ranking when it was put on the agenda
     * @param asked from the budget, in roubles
     * @param verdict on its eligibility, as the formal check left it
     * @param recommended what the council recommended before; null where it has not
     * @param said the council's reasoned opinion; null where it has given none
     * @param quorum for this application; null where the body has no regulations on that day
     */
    public record Item(
            UUID id,
            int position,
            UUID application,
            String applicationNumber,
            Inn applicant,
            @Nullable String applicantName,
            @Nullable String title,
            @Nullable Integer rank,
            @Nullable String score,
            BigDecimal asked,
            @Nullable String verdict,
            @Nullable Motion recommended,
            @Nullable CouncilOpinion said,
            @Nullable Quorum quorum,
            List<Recused> recused,
            List<Moved> motions)
            implements Serializable {

        /** The motion that was carried; empty while none is. */
        public @Nullable Moved adopted() {
            return motions.stream()
                    .filter(moved -> moved.outcome() == Outcome.ADOPTED)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Who may not vote on an application, and why. */
    public record Recused(UUID seat, String name, boolean found, String reason) implements Serializable {}

    /**
     * A motion with its votes.
     *
     * @param act code of the act that a refusal rests on
     * @param actTitle of it
     * @param departure why it departs from the recommendation of the council
     * @param outcome null while it is voted on
     * @param open to the vote of the caller
     */
    public record Moved(
            UUID id,
            int number,
            Motion motion,
            @Nullable BigDecimal amount,
            @Nullable Integer year,
            @Nullable String kbk,
            @Nullable String reason,
            @Nullable String act,
            @Nullable String actTitle,
            @Nullable LocalDate actEdition,
            @Nullable String paragraph,
            @Nullable String departure,
            @Nullable Outcome outcome,
            @Nullable Tally tally,
            List<Ballot> ballots,
            boolean open)
            implements Serializable {}

    /** A vote, with the special opinion of who gave it. */
    public record Ballot(
            UUID seat, String name, Choice choice, @Nullable String opinion) implements Serializable {}

    /** What became of a motion. */
    public enum Outcome {
        ADOPTED,
        REJECTED,
        NO_QUORUM
    }
}
