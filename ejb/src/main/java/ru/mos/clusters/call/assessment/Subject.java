package ru.mos.clusters.call.assessment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.platform.Inn;

/**
 * An application as assessment sees it.
 *
 * @param terms of its call as they hold
 * @param due last day of assessment
 */
record Subject(
        UUID id,
        String number,
        UUID call,
        String callCode,
        CallTerms terms,
        LocalDate due,
        Inn applicant,
        ApplicationState state,
        @Nullable String checkedBy,
        UUID project,
        int projectEdition,
        String title) {}
