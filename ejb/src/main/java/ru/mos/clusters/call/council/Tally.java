package ru.mos.clusters.call.council;

import java.io.Serializable;

/**
 * The votes on a motion.
 *
 * @param adopted whether they carry it
 * @param byChair whether at a tie the vote of who chairs decided
 */
public record Tally(int votesFor, int against, int abstained, boolean adopted, boolean byChair)
        implements Serializable {

    /**
     * Counts the votes.
     *
     * @param chairFor whether who chairs voted for the motion
     */
    static Tally of(int votesFor, int against, int abstained, boolean chairFor, Regulations rules) {
        int base = votesFor + against + (rules.majority() == MajorityBase.ALL_VOTES ? abstained : 0);
        boolean more = 2 * votesFor > base;
        boolean tied = base > 0 && votesFor == against && 2 * votesFor == base;
        boolean byChair = tied && rules.castingVote() && chairFor;
        return new Tally(votesFor, against, abstained, more || byChair, byChair);
    }
}
