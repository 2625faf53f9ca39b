package ru.mos.clusters.infrastructure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * An accreditation by the requirements of an act.
 *
 * @param to first day on which it is in force no more
 * @param decidedBy login of the second person; null while it waits
 * @param reason of a refusal or of an end before its term
 */
public record AccreditationView(
        UUID id,
        UUID organisation,
        AccreditationState state,
        LocalDate from,
        LocalDate to,
        String proposedBy,
        @Nullable String decidedBy,
        @Nullable String reason,
        List<CheckView> checks) {

    /**
     * Whether a requirement is met, and by which paper.
     *
     * @param document null where it is not met
     */
    public record CheckView(
            UUID requirement,
            String textRu,
            String textEn,
            String act,
            String paragraph,
            boolean met,
            @Nullable Paper document) {}

    /** Whether every requirement is met. */
    public boolean allMet() {
        return checks.stream().allMatch(CheckView::met);
    }
}
