package ru.mos.clusters.support.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * Where a fact stands, so that anyone can look it up.
 *
 * @param reference id of our own record, or number of the import
 * @param document by which it was entered; null for the tax service's
 * @param stateOn day whose state the tax service shows; null for our own
 */
public record SupportSource(
        Kind kind,
        @Nullable String reference,
        @Nullable Paper document,
        @Nullable LocalDate stateOn) {

    /** That nothing is on record. */
    public static final SupportSource NONE = new SupportSource(Kind.NO_RECORD, null, null, null);

    /** What sort of record it is. */
    public enum Kind {
        /** Our own register. */
        OWN_RECORD,
        /** A publication of the tax service's register of recipients. */
        TAX_SERVICE,
        NO_RECORD
    }

    /** Entered here by a document. */
    public static SupportSource own(String reference, Paper document) {
        return new SupportSource(Kind.OWN_RECORD, reference, document, null);
    }

    /** Shown by the tax service. */
    public static SupportSource taxService(long importId, LocalDate stateOn) {
        return new SupportSource(Kind.TAX_SERVICE, Long.toString(importId), null, stateOn);
    }
}
