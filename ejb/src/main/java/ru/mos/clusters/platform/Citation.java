package ru.mos.clusters.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The paragraph of an act that a rule or a decision rests on.
 *
 * @param act title of the act in Russian, the language of the law
 * @param edition date of the edition, null where the act has none
 * @param paragraph as one would quote it
 * @param status whether the act is law on the date asked; a draft alone never makes a conclusion final
 */
public record Citation(String act, @Nullable LocalDate edition, String paragraph, Status status)
        implements java.io.Serializable {

    /** Standing of an act on a date. */
    public enum Status {
        IN_FORCE,
        DRAFT,
        REPEALED
    }
}
