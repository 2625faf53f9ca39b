package ru.mos.clusters.call;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.call.CallBuilder.calendar;
import static ru.mos.clusters.call.CallBuilder.call;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallPhaseTest {

    private final CallSchedule schedule = CallSchedule.of(call(), calendar()).orElseThrow();

    @Test
    void terms_run_in_working_days_from_the_last_day_of_intake() {
        assertThat(schedule.assessmentTo()).isEqualTo("2026-04-29");
        assertThat(schedule.decisionTo()).isEqualTo("2026-05-15");
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        "2026-03-01T20:59:59Z,EXPECTED",
        "2026-03-01T21:00:00Z,ANNOUNCED", // midnight of Moscow
        "2026-03-03T05:59:59Z,ANNOUNCED",
        "2026-03-03T06:00:00Z,INTAKE",
        "2026-04-01T14:59:59Z,INTAKE",
        "2026-04-01T15:00:00Z,ASSESSMENT",
        "2026-04-29T20:59:59Z,ASSESSMENT",
        "2026-04-29T21:00:00Z,DECISION",
        "2026-05-15T20:59:59Z,DECISION",
        "2026-05-15T21:00:00Z,OVER"
    })
    void dates_alone_decide_what_is_open(Instant now, CallPhase phase) {
        assertThat(CallPhase.at(now, schedule.announcedOn(), schedule)).isEqualTo(phase);
    }

    @Test
    void intake_until_midnight_ends_with_the_day_before() {
        assertThat(CallSchedule.lastDay(Instant.parse("2026-04-01T21:00:00Z"))).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(CallSchedule.lastDay(Instant.parse("2026-04-01T21:00:01Z"))).isEqualTo(LocalDate.of(2026, 4, 2));
    }
}
