package ru.mos.clusters.eligibility;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.PartCode;
import ru.mos.clusters.eligibility.rule.Subject;
import ru.mos.clusters.platform.Inn;

/**
 * Changes that together make a cluster eligible.
 *
 * @param weight the sum of their weights
 * @param proven whether no cheaper set exists; false: the best found within the limit of work
 */
public record FixView(List<Step> steps, int weight, boolean proven) implements Serializable {

    /** What can be done. */
    public enum StepKind {
        NAME_ORGANISATION,
        CHANGE_FORM,
        CONCLUDE,
        REMOVE_MEMBER,
        TELL_APART,
        SHOW_OWNERS,
        CONFIRM_STATUS,
        CONFIRM_QUALIFICATION,
        ADMIT_QUALIFIED_SME
    }

    /**
     * One change.
     *
     * @param inn the member concerned; {@code other} the second of two
     * @param part what is to be concluded
     * @param message the change in words; empty while it is being looked for
     */
    public record Step(
            StepKind kind,
            @Nullable Inn inn,
            @Nullable Inn other,
            @Nullable PartCode part,
            String message) implements Serializable {

        static Step of(StepKind kind, @Nullable Inn inn, @Nullable Inn other, @Nullable PartCode part) {
            return new Step(kind, inn, other, part, "");
        }
    }

    /** The same in the words of a language. */
    FixView told(Wording wording, Map<Inn, Subject> members) {
        return new FixView(
                steps.stream()
                        .map(step ->
                                new Step(step.kind(), step.inn(), step.other(), step.part(), wording.of(step, members)))
                        .toList(),
                weight,
                proven);
    }
}
