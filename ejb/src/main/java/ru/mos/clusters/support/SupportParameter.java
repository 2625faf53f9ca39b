package ru.mos.clusters.support;

import java.time.LocalDate;

/**
 * A figure or reading of the law, with the day from which it holds.
 *
 * @param basis act and paragraph, or whose reading it is
 */
public record SupportParameter(Code code, String value, LocalDate from, String basis) {

    /** What it is. */
    public enum Code {
        /** Months of the ban after misuse of money or false data, 0 to 120. */
        BAN_SERIOUS_MONTHS,
        /** Months of the ban after any other violation, 0 to 120. */
        BAN_OTHER_MONTHS,
        /** The same where it was corrected within its term; 0: none. */
        BAN_CORRECTED_MONTHS,
        /** By which day's edition a ban is counted: {@code APPLICATION} or {@code RECOGNITION}. */
        BAN_JUDGED_BY,
        /** Days for which a publication of the tax service decides, counting its own, 1 to 400. */
        RELEASE_DAYS,
        /** Day of the month by which what was decided in the month before is sent to the tax service, 1 to 28. */
        SENDING_DAY,
        /** Months for which a record is kept after the end of the support, 0 to 120. */
        RETENTION_MONTHS,
        /** Version of the format of what is sent: {@code 4.04}. */
        EXPORT_FORMAT
    }
}
