package ru.mos.clusters.call.council;

import java.io.Serializable;
import java.time.LocalDate;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Paper;

/**
 * How a body sits and votes, from a day on until the next day from which it is said anew.
 *
 * @param quorum which share of those in office must be there
 * @param moreThan whether more than that share is needed, and exactly it does not do
 * @param castingVote whether at a tie the motion is taken when who chairs voted for it
 * @param inAbsentia whether who is not there may vote in writing
 * @param appealDays working days after the decision in which it can be appealed against
 * @param document the act or order that says so
 */
public record Regulations(
        LocalDate from,
        Fraction quorum,
        boolean moreThan,
        RecusedInQuorum recused,
        MajorityBase majority,
        boolean castingVote,
        boolean inAbsentia,
        int appealDays,
        Paper document)
        implements Serializable {}
