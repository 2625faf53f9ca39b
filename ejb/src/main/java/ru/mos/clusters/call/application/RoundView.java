package ru.mos.clusters.call.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round with what it says otherwise than the one before, and what the formal check made of it.
 *
 * @param changes empty for the first
 * @param checks in their order
 */
public record RoundView(SubmissionView submission, List<AnswerChange> changes, List<CheckView> checks) {

    /** What the formal check found; null before. */
    public @Nullable CheckView check() {
        return checks.isEmpty() ? null : checks.get(checks.size() - 1);
    }
}
