package ru.mos.clusters.support;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.support.rule.ViolationKind;

/**
 * Enters that a recipient was recognised as having broken the terms of its support.
 *
 * @param record of whose terms; null: of a support that our register does not hold
 * @param correctionDue last day of the term for mending it; null: none was given
 * @param document by which it was recognised
 */
public record RecogniseViolation(
        Inn inn,
        @Nullable UUID record,
        ViolationKind kind,
        LocalDate recognisedOn,
        @Nullable LocalDate correctionDue,
        String description,
        Paper document) {

    /** @throws Problem {@code violation-kind-unknown}, {@code correction-term-early}, {@code field-required}, {@code text-too-long} */
    public RecogniseViolation {
        description = Text.required(description, "/description");
        if (!ViolationKind.ENTERED.contains(kind)) {
            throw new Problem(SupportProblem.VIOLATION_KIND_UNKNOWN).at("/kind");
        }
        if (correctionDue != null && correctionDue.isBefore(recognisedOn)) {
            throw new Problem(SupportProblem.CORRECTION_TERM_EARLY, recognisedOn).at("/correctionDue");
        }
    }
}
