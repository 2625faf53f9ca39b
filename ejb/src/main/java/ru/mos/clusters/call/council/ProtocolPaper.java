package ru.mos.clusters.call.council;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A protocol as it is kept: all that stands on the paper but its number, which the database gives. Nothing in it is looked up
 * when the paper is made, so that it says in ten years what it says today.
 *
 * @param genitive the name of the body: of which
 * @param chair name of who presided; null where nobody did
 * @param inOffice how many have a vote
 * @param quorumNeeded the share in words of figures: {@code 1/2}
 * @param moreThan whether more than it is needed
 * @param refersTo an earlier protocol that this one follows; null where it follows none
 */
public record ProtocolPaper(
        String body,
        String genitive,
        BodyKind kind,
        String callCode,
        @Nullable String callTitle,
        LocalDate date,
        String place,
        SittingForm form,
        @Nullable String chair,
        @Nullable String secretary,
        List<Member> members,
        int inOffice,
        int there,
        String quorumNeeded,
        boolean moreThan,
        boolean quorumMet,
        List<Item> items,
        List<String> annexes,
        @Nullable Reference refersTo)
        implements Serializable {

    /** A member in office; {@code presence} null where it was not noted. */
    public record Member(
            String name,
            Post post,
            @Nullable String organisation,
            boolean votes,
            @Nullable Presence presence) implements Serializable {}

    /**
     * An application that was heard.
     *
     * @param verdict on its eligibility
     * @param said the council's reasoned opinion; null where there is none
     */
    public record Item(
            int position,
            UUID application,
            String number,
            String applicant,
            String inn,
            @Nullable String title,
            @Nullable Integer rank,
            @Nullable String score,
            BigDecimal asked,
            @Nullable String verdict,
            @Nullable Motion recommended,
            @Nullable CouncilOpinion said,
            Quorum quorum,
            List<Recused> recused,
            List<Moved> motions)
            implements Serializable {}

    /** Who did not vote on it. */
    public record Recused(String name, boolean found, String reason) implements Serializable {}

    /** What was voted on, and how. */
    public record Moved(
            UUID id,
            Motion motion,
            @Nullable BigDecimal amount,
            @Nullable Integer year,
            @Nullable String kbk,
            @Nullable String reason,
            @Nullable String act,
            @Nullable LocalDate actEdition,
            @Nullable String paragraph,
            @Nullable String departure,
            SittingView.Outcome outcome,
            Tally tally,
            List<Ballot> ballots)
            implements Serializable {}

    /** A vote by name. */
    public record Ballot(
            String name, Choice choice, @Nullable String opinion) implements Serializable {}

    /** Another protocol by its number and date. */
    public record Reference(UUID id, String number, LocalDate date) implements Serializable {}
}
