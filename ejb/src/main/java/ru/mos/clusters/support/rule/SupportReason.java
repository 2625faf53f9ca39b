package ru.mos.clusters.support.rule;

/** Every sentence a check can say, as a closed list of codes. */
public enum SupportReason {
    /** The same form, kind and purpose, and its term runs. */
    SAME_SUPPORT(SupportOutcome.NOT_MET),
    /** The same form and kind, and its term runs; nobody says for what purpose. */
    PURPOSE_UNKNOWN(SupportOutcome.MANUAL),
    /** Its term runs; its form or kind is not in the directory, or the planned one has no code of the tax service. */
    KIND_UNCERTAIN(SupportOutcome.MANUAL),
    /** Like the planned one; whether its term runs cannot be told from its dates. */
    TERM_UNKNOWN(SupportOutcome.MANUAL),
    /** The same form and kind, for another purpose. */
    OTHER_PURPOSE(SupportOutcome.MET),
    NO_LIKE_SUPPORT(SupportOutcome.MET),
    /** The ban runs. */
    BANNED(SupportOutcome.NOT_MET),
    /** The ban has run out. */
    BAN_OVER(SupportOutcome.MET),
    /** Corrected within the term given, which lifts the ban. */
    CORRECTED_IN_TIME(SupportOutcome.MET),
    /** There was a violation; when it was recognised is not said. */
    VIOLATION_UNDATED(SupportOutcome.UNKNOWN),
    NO_VIOLATION(SupportOutcome.MET),
    /** No publication of the tax service speaks of the day. */
    REGISTER_ABSENT(SupportOutcome.UNKNOWN),
    /** The latest one is too old for the day. */
    REGISTER_STALE(SupportOutcome.UNKNOWN),
    /** The recipient is in it, and what it says could not be read. */
    REGISTER_UNREAD(SupportOutcome.UNKNOWN);

    private final SupportOutcome outcome;

    SupportReason(SupportOutcome outcome) {
        this.outcome = outcome;
    }

    /** What it comes to. */
    public SupportOutcome outcome() {
        return outcome;
    }
}
