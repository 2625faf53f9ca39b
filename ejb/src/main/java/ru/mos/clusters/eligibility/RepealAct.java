package ru.mos.clusters.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;

/**
 * Enters that an act is law no more from a day on. What it amended stays amended.
 *
 * @param byAct code of the repealing act; null where it is not known
 */
public record RepealAct(
        String act, LocalDate from, @Nullable String byAct, String note) {

    private static final int LONGEST_NOTE = 1000;

    /** @throws Problem {@code act-amends-itself}, {@code text-too-long} */
    public RepealAct {
        if (act.equals(byAct)) {
            throw new Problem(EligibilityProblem.ACT_AMENDS_ITSELF, act).at("/byAct");
        }
        note = Texts.optional(note, "/note", LONGEST_NOTE);
    }
}
