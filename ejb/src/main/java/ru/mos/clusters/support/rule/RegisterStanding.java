package ru.mos.clusters.support.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the tax service's register of recipients can say of a recipient on a day.
 *
 * @param importId of the publication that decides, or would if it were not too old; null where there is none
 * @param stateOn day whose state it shows
 * @param decidesUntil first day on which it decides no more
 */
public record RegisterStanding(
        State state,
        @Nullable Long importId,
        @Nullable LocalDate stateOn,
        @Nullable LocalDate decidesUntil) {

    /** Nothing speaks of the day. */
    public static final RegisterStanding ABSENT = new RegisterStanding(State.ABSENT, null, null, null);

    /** How far it can be relied on. */
    public enum State {
        /** It decides: what it does not show is not. */
        FRESH,
        STALE,
        ABSENT,
        /** It holds a document of the recipient that could not be read. */
        UNREAD
    }

    SupportSource source() {
        return importId == null || stateOn == null ? SupportSource.NONE : SupportSource.taxService(importId, stateOn);
    }
}
