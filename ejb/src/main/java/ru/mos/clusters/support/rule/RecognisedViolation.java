package ru.mos.clusters.support.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That the recipient was recognised as having broken the terms of a support, as one source tells it.
 *
 * @param recognisedOn null where the source does not say
 * @param correctionDue last day of the term for mending it; null where none was given
 * @param correctedOn null while it was not corrected
 * @param supportNumber НомерПод of the support; null where it is not known
 */
public record RecognisedViolation(
        ViolationKind kind,
        @Nullable LocalDate recognisedOn,
        @Nullable LocalDate correctionDue,
        @Nullable LocalDate correctedOn,
        @Nullable String supportNumber,
        SupportSource source) {

    /** Whether by the day it was corrected, within the term given for it. */
    boolean isCorrectedInTime(LocalDate day) {
        return correctedOn != null
                && correctionDue != null
                && !correctedOn.isAfter(correctionDue)
                && !correctedOn.isAfter(day);
    }
}
