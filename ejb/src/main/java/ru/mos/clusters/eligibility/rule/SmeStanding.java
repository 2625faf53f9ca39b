package ru.mos.clusters.eligibility.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a subject stood in the register of SMEs on a date, by which register, and what shows it.
 *
 * @param since day of entry, or of leaving where it is out and that day is known
 * @param region code of the constituent entity it is registered in
 * @param missing what would decide it; null unless unknown
 * @param byLaw what the criteria of the law say besides the register; null where the rules do not ask or nobody knows
 */
public record SmeStanding(
        Status status,
        @Nullable Category category,
        @Nullable LocalDate since,
        @Nullable String region,
        Register register,
        Source source,
        @Nullable Missing missing,
        @Nullable ByLaw byLaw)
        implements java.io.Serializable {

    /**
     * An SME by the criteria of the law, or not.
     *
     * @param why why not, or what is missing
     */
    public record ByLaw(Status status, @Nullable Category category, Reason why) implements java.io.Serializable {}

    /** The same with what the criteria of the law say. */
    public SmeStanding with(@Nullable ByLaw law) {
        return new SmeStanding(status, category, since, region, register, source, missing, law);
    }

    /** In the register, out of it, or nothing decides. */
    public enum Status {
        IN,
        OUT,
        UNKNOWN
    }

    /** Size by law. */
    public enum Category {
        MICRO,
        SMALL,
        MEDIUM
    }

    /** Who kept the register that counts: a parameter by date. */
    public enum Register {
        /** The city's own register, of which only hand entries tell. */
        CITY_REGISTER,
        TAX_SERVICE_REGISTER
    }

    /** Why nothing decides. */
    public enum Missing {
        /** No release says anything about the subject on the date, or the last one that did is too old. */
        NOTHING_DECIDES(Reason.SME_NOTHING_DECIDES),
        /** The date lies in a longer gap between releases that disagree. */
        GAP(Reason.SME_GAP),
        /** Its record in the release that decides could not be read. */
        RECORD_REJECTED(Reason.SME_RECORD_REJECTED),
        /** Nobody has entered what the city's register said. */
        NO_HAND_ENTRY(Reason.SME_NO_HAND_ENTRY);

        private final Reason reason;

        Missing(Reason reason) {
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    /** Refuses what contradicts itself: who is in is in since a day; a gap in knowledge is named where there is one. */
    public SmeStanding {
        if ((status == Status.UNKNOWN) != (missing != null) || (status == Status.IN && since == null)) {
            throw new IllegalArgumentException(status + " since " + since + ", missing " + missing);
        }
    }

    /** In the register since a day. */
    public static SmeStanding in(
            @Nullable Category category, LocalDate since, @Nullable String region, Register register, Source source) {
        return new SmeStanding(Status.IN, category, since, region, register, source, null, null);
    }

    /** Not in the register; since when, if known. */
    public static SmeStanding out(@Nullable LocalDate since, Register register, Source source) {
        return new SmeStanding(Status.OUT, null, since, null, register, source, null, null);
    }

    /** Nothing decides; the source is the nearest that was looked at. */
    public static SmeStanding unknown(Missing missing, Register register, Source source) {
        return new SmeStanding(Status.UNKNOWN, null, null, null, register, source, missing, null);
    }
}
