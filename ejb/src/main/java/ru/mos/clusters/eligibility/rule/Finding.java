package ru.mos.clusters.eligibility.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Fraction;

/**
 * What one condition comes to, so that a court could read it: what was measured and required, who counted and who did
 * not and why, by which paragraph.
 *
 * @param share the required share where the condition names one
 * @param counted by INN
 * @param notCounted by INN; together with {@code counted} every participant once, for conditions that count people
 * @param explanation clauses of one sentence
 * @param remedies what would have to be done to meet the condition; empty when it is met or waived
 * @param waiver that keeps it, or some of its parts, from being held against the cluster; null where none does
 */
public record Finding(
        RuleCode rule,
        Outcome outcome,
        Count measured,
        Count required,
        @Nullable Fraction share,
        List<Entry> counted,
        List<Entry> notCounted,
        List<Part> parts,
        List<Message> warnings,
        Citation citation,
        List<Message> explanation,
        List<Message> remedies,
        RecordedWaiver.@Nullable Applied waiver) {

    /** What it counts as in the whole: its outcome, unless a waiver turns it. */
    public Outcome effect() {
        return waiver == null ? outcome : waiver.effect();
    }

    /** Whether it counts as met only because of a waiver. */
    public boolean waived() {
        return waiver != null && waiver.effect() == Outcome.MET;
    }

    /** So many of so many. */
    public record Count(int count, int of) {}

    /** Why a participant did not count. */
    public enum State {
        OUT,
        UNKNOWN,
        NOT_QUALIFIED,
        PARTNER
    }

    /**
     * A participant in a condition.
     *
     * @param state null where it counted
     */
    public record Entry(Subject subject, @Nullable State state, Message why, List<Fact> facts) {}

    /** A fact used, with where it stands. */
    public record Fact(Code code, String value, Source source) {

        /** What it is a fact of. */
        public enum Code {
            MEMBER_SINCE,
            MEMBER_OF_ORGANISATION,
            ROLES,
            SME_STATUS,
            SME_SINCE,
            SME_CATEGORY,
            SME_BY_LAW,
            REGION,
            INNOVATIVE_PRODUCT,
            INNOVATIVE,
            PRODUCTION,
            EXPORT_ORIENTED,
            MAIN_ACTIVITY,
            DECLARATION,
            SHAREHOLDING,
            EXECUTIVE,
            BOARD,
            MANAGING_COMPANY,
            FAMILY,
            EXAMINED,
            ORGANISATION_SINCE,
            LEGAL_FORM,
            ADMISSION_DOCUMENT
        }
    }

    /**
     * One part of a condition.
     *
     * @param said what the facts say, or what is asked of a person; the statement of the conclusion prevails over it
     * @param conclusion that closed it; null where facts did, or nothing has
     */
    public record Part(
            PartRef ref,
            Outcome outcome,
            Message said,
            @Nullable RecordedConclusion conclusion,
            List<Fact> facts) {}
}
