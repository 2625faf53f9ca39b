package ru.mos.clusters.call.assessment;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * An assignment, or an invitation to a call.
 *
 * @param application null where the expert is invited to the call as a whole
 * @param number of the application: {@code З-7}
 * @param because why it was declined, stopped, replaced or withdrawn
 * @param due last day of assessment
 * @param changedAt null in the answer to the change itself, which gets its instant at its end
 * @param actions what the caller may do to it now
 */
public record AssignmentView(
        UUID id,
        UUID call,
        String callCode,
        @Nullable UUID application,
        @Nullable String number,
        @Nullable String title,
        @Nullable Inn applicant,
        String expert,
        String expertName,
        AssignmentState state,
        @Nullable String because,
        LocalDate due,
        @Nullable Instant changedAt,
        List<AssignmentAction> actions,
        long version)
        implements Serializable {}
