package ru.mos.clusters.call.programme;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A programme with its plan.
 *
 * @param firstAwardOn no award of the programme is dated before
 * @param measures in the order of the plan
 */
public record ProgrammeView(
        String code,
        String nameRu,
        String nameEn,
        int firstYear,
        int lastYear,
        LocalDate firstAwardOn,
        List<Act> acts,
        List<Measure> measures,
        long version)
        implements Serializable {

    /** An act that adopted the programme, in one edition; null where it has none. */
    public record Act(String act, String title, @Nullable LocalDate edition) implements Serializable {}

    /** The years of the programme, in order. */
    public List<Integer> years() {
        return IntStream.rangeClosed(firstYear, lastYear).boxed().toList();
    }
}
