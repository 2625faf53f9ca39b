package ru.mos.clusters.call.assessment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * An expert of the pool.
 *
 * @param fields codes of sectors and of directions of joint projects
 * @param enterprises declared as own
 * @param relatives declared, by their numbers
 * @param from first day in the pool
 * @param to last day; null: until further notice
 * @param inPool whether today is one of those days
 * @param open assignments that wait for the expert
 * @param scored assignments that the expert has completed
 */
public record ExpertView(
        String login,
        String name,
        @Nullable Inn inn,
        @Nullable Inn employer,
        @Nullable String employerName,
        List<String> fields,
        List<Inn> enterprises,
        List<Inn> relatives,
        LocalDate from,
        @Nullable LocalDate to,
        boolean inPool,
        long open,
        long scored,
        long version)
        implements Serializable {}
