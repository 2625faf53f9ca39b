package ru.mos.clusters.platform;

import java.util.Locale;

/**
 * What went wrong, as one name that is at once the URI {@code /problems/<slug>}, the key of its texts and, where the
 * database says it first, the constraint's name. Implemented by one enum per package.
 */
public interface ProblemCode {

    /** The enum constant's name. */
    String name();

    /** Decides the HTTP status. */
    Kind kind();

    /** {@code INN_CHECKSUM} is {@code inn-checksum}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What sort of fault it is, for doors that speak HTTP. */
    enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        UNKNOWN(404),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        REFUSED(422),
        PRECONDITION_MISSING(428),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** HTTP status. */
        public int status() {
            return status;
        }
    }
}
