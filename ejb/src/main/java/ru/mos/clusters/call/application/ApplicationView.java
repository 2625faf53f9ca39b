package ru.mos.clusters.call.application;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * An application, without what it says.
 *
 * @param number by which people call it: {@code З-7}
 * @param callCode of its call: {@code C-3}
 * @param title of its project
 * @param round how often it was sent; 0 before
 * @param submittedAt when the first round was received
 * @param correctTo last day of a correction; null where none is asked for
 * @param checkedBy who checked it formally last; null for those outside
 * @param because why it was withdrawn, cancelled, refused
 * @param actions what the caller may do to it now
 * @param version of the application, for who works on it at the same time
 */
public record ApplicationView(
        UUID id,
        String number,
        UUID call,
        String callCode,
        UUID project,
        @Nullable String title,
        Inn applicant,
        @Nullable String applicantName,
        ApplicationChannel channel,
        ApplicationState state,
        int round,
        @Nullable Instant submittedAt,
        @Nullable LocalDate correctTo,
        @Nullable String checkedBy,
        @Nullable String because,
        List<ApplicationAction> actions,
        long version)
        implements Serializable {}
