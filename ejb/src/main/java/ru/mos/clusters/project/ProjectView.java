package ru.mos.clusters.project;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * A joint project.
 *
 * @param code by which people call it: {@code P-7}
 * @param lead the cluster organisation that leads it and applies
 * @param leadName as on record; null where no source names it
 * @param edition number of the latest frozen edition; 0 before the first
 * @param content what it says now
 * @param mayEdit whether the caller may change it
 * @param version of the project, for who works on it at the same time
 */
public record ProjectView(
        UUID id,
        String code,
        ProjectKind kind,
        Inn lead,
        @Nullable String leadName,
        String title,
        int edition,
        ProjectContent content,
        @Nullable String editedBy,
        @Nullable Instant editedAt,
        boolean mayEdit,
        long version)
        implements Serializable {}
