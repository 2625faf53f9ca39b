package ru.mos.clusters.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;

/**
 * Enters an edition: the act as it reads from a day on, after an amendment where {@code byAct} names one.
 *
 * @param edition date of the amending act, by which the edition is called
 * @param byAct code of the amending act; null: it is not known, or nothing was amended
 * @param from first day in force
 */
public record AddEdition(
        String act, LocalDate edition, @Nullable String byAct, LocalDate from, String note) {

    private static final int LONGEST_NOTE = 1000;

    /** @throws Problem {@code act-amends-itself}, {@code edition-in-force-too-early}, {@code text-too-long} */
    public AddEdition {
        if (act.equals(byAct)) {
            throw new Problem(EligibilityProblem.ACT_AMENDS_ITSELF, act).at("/byAct");
        }
        if (from.isBefore(edition)) {
            throw new Problem(EligibilityProblem.EDITION_IN_FORCE_TOO_EARLY, edition, from).at("/from");
        }
        note = Texts.optional(note, "/note", LONGEST_NOTE);
    }
}
