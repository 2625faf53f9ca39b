package ru.mos.clusters.eligibility.draft;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Citation;

/**
 * An edition of an act that a condition can rest on.
 *
 * @param edition null where the act has none
 * @param status its standing on the day asked; null where nothing is said of it
 */
public record ActEditionView(
        String act, String title, @Nullable LocalDate edition, Citation.@Nullable Status status)
        implements Serializable {}
