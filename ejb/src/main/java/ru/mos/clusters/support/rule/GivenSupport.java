package ru.mos.clusters.support.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A support that was given, as one source tells it.
 *
 * @param number the tax service's, НомерПод
 * @param form code of our directory; null where the tax service's is not in it
 * @param registerForm code as the tax service writes it; null in our own records of forms without one
 * @param purpose null where the source says nothing of it
 * @param decidedOn null where it cannot be read
 * @param endsOn last day of its term; null where it cannot be read
 * @param stoppedOn first day on which it was given no more; null while it was not stopped
 */
public record GivenSupport(
        @Nullable String number,
        @Nullable String providerInn,
        @Nullable String providerName,
        @Nullable String form,
        @Nullable String registerForm,
        @Nullable String kind,
        @Nullable String registerKind,
        @Nullable String purpose,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate stoppedOn,
        SupportSource source) {

    /** Whether something is so. */
    enum Answer {
        YES,
        NO,
        UNCERTAIN;

        static Answer of(boolean truth) {
            return truth ? YES : NO;
        }

        Answer and(Answer other) {
            if (this == NO || other == NO) {
                return NO;
            }
            return this == YES && other == YES ? YES : UNCERTAIN;
        }
    }

    /** Whether its term runs on the day: from the decision through the last day, unless it was stopped by then. */
    Answer runsOn(LocalDate day) {
        if (stoppedOn != null && !day.isBefore(stoppedOn)) {
            return Answer.NO;
        }
        if (decidedOn != null && decidedOn.isAfter(day)) {
            return Answer.NO;
        }
        if (endsOn != null && endsOn.isBefore(day)) {
            return Answer.NO;
        }
        return decidedOn == null || endsOn == null ? Answer.UNCERTAIN : Answer.YES;
    }

    /** Whether it is of the planned form and kind. */
    Answer isLike(SupportDraft draft) {
        var sameForm = same(form, registerForm, draft.form(), draft.registerForm());
        // codes of kinds are told apart within a form only
        return sameForm == Answer.NO
                ? Answer.NO
                : sameForm.and(same(kind, registerKind, draft.kind(), draft.registerKind()));
    }

    /** Our codes decide where both are known, else the tax service's. */
    private static Answer same(
            @Nullable String mine, @Nullable String registers, String planned, @Nullable String plannedRegisters) {
        if (mine != null) {
            return Answer.of(mine.equals(planned));
        }
        return registers == null || plannedRegisters == null
                ? Answer.UNCERTAIN
                : Answer.of(registers.equals(plannedRegisters));
    }
}
