package ru.mos.clusters.call;

import java.time.Instant;
import java.time.LocalDate;
import ru.mos.clusters.platform.Time;

/** What is open in a published call, by its dates alone. */
public enum CallPhase {
    /** Published, to be announced on a later day. */
    EXPECTED,
    /** Announced; applications are not yet taken. */
    ANNOUNCED,
    /** Applications are taken. */
    INTAKE,
    ASSESSMENT,
    DECISION,
    /** The last day of decisions is over. */
    OVER;

    /** The phase at an instant: intake begins and ends at instants, all else with days of Moscow. */
    static CallPhase at(Instant now, LocalDate announcedOn, CallSchedule schedule) {
        var today = now.atZone(Time.MOSCOW).toLocalDate();
        if (today.isBefore(announcedOn)) {
            return EXPECTED;
        }
        if (now.isBefore(schedule.intakeFrom())) {
            return ANNOUNCED;
        }
        if (now.isBefore(schedule.intakeUntil())) {
            return INTAKE;
        }
        if (!today.isAfter(schedule.assessmentTo())) {
            return ASSESSMENT;
        }
        return today.isAfter(schedule.decisionTo()) ? OVER : DECISION;
    }
}
