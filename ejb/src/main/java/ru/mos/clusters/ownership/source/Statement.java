package ru.mos.clusters.ownership.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;

/**
 * One interest of a relationship record over the time for which its statements show it; later statements of the record end
 * what earlier ones said.
 *
 * @param statementId of the statement that says so
 * @param recordId of the relationship
 * @param owner null if the source says that it is not known or not told
 * @param kind null for interests that are no holding and no direction in our sense: see {@code interest}
 * @param interest the standard's code of its type
 * @param share of the capital, if exactly known
 * @param votes if exactly known
 * @param atLeast bounds of the share or, without one, of the votes where the source gives a range
 * @param from the interest's start, else the statement's date
 * @param until exclusive; null while it lasts
 * @param indirect held through others, whose own relationships say how much: never added to direct ones
 * @param doubtful the source does not say whether it is direct, or contradicts itself
 * @param withheld who the owner is, is not told
 * @param position of the statement in the file, from 1
 */
public record Statement(
        String statementId,
        LocalDate statementDate,
        String recordId,
        @Nullable PartyRef owner,
        PartyRef subject,
        @Nullable EdgeKind kind,
        String interest,
        @Nullable Fraction share,
        @Nullable Fraction votes,
        @Nullable Fraction atLeast,
        @Nullable Fraction atMost,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean indirect,
        boolean doubtful,
        boolean withheld,
        boolean beneficial,
        int position) {

    /** Whether it counts towards the whole of the subject's capital. */
    boolean isHolding() {
        return kind == EdgeKind.SHAREHOLDING && !indirect && share != null;
    }

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    Statement until(LocalDate day) {
        return new Statement(
                statementId,
                statementDate,
                recordId,
                owner,
                subject,
                kind,
                interest,
                share,
                votes,
                atLeast,
                atMost,
                from,
                day,
                indirect,
                doubtful,
                withheld,
                beneficial,
                position);
    }

    /** The same without the amounts, which cannot be true. */
    Statement contradicted() {
        return new Statement(
                statementId,
                statementDate,
                recordId,
                owner,
                subject,
                kind,
                interest,
                null,
                null,
                null,
                null,
                from,
                until,
                indirect,
                true,
                withheld,
                beneficial,
                position);
    }
}
