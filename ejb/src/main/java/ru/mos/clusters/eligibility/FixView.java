package ru.mos.clusters.eligibility;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.PartCode;
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
     */
    public record Step(
            StepKind kind,
            @Nullable Inn inn,
            @Nullable Inn other,
            @Nullable PartCode part) implements Serializable {}
}
