package ru.mos.clusters.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An act, and how it stands on a day.
 *
 * @param code by which rules and waivers cite it
 * @param adoptedOn null where it is not known; of an act known by its year or month alone the last day of it
 * @param datedTo how exactly that is known
 * @param title in Russian, the language of the law
 * @param subject what it is about
 * @param source where this was read
 * @param note what is not certain
 * @param edition the edition that holds on the day; null where none does, or the act has none
 * @param since first day of that edition, or of the repeal; null: since ever
 * @param byAct code of the act that made the edition, or repealed the act
 */
public record ActView(
        String code,
        ActKind kind,
        @Nullable String number,
        @Nullable LocalDate adoptedOn,
        Dating datedTo,
        String title,
        String subject,
        String source,
        String note,
        ActStanding standing,
        @Nullable LocalDate edition,
        @Nullable LocalDate since,
        @Nullable String byAct) {

    /** What sort of act it is. */
    public enum ActKind {
        CODE,
        FEDERAL_LAW,
        FEDERAL_DECREE,
        MINISTRY_ORDER,
        CITY_LAW,
        CITY_DECREE,
        CONCEPT,
        OTHER
    }

    /** How exactly the day of an act is known. */
    public enum Dating {
        DAY,
        MONTH,
        YEAR,
        UNKNOWN
    }

    /** How an act stands on a day. */
    public enum ActStanding {
        DRAFT,
        IN_FORCE,
        REPEALED,
        /** It comes into force later. */
        NOT_YET,
        /** No day of it is known. */
        UNDATED
    }
}
