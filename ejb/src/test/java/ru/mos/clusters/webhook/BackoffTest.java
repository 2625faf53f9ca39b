package ru.mos.clusters.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void pauses_grow_to_a_day_and_end_after_three() {
        var pauses = IntStream.rangeClosed(1, 9)
                .mapToObj(Backoff::after)
                .map(Optional::orElseThrow)
                .toList();

        assertThat(pauses).isSorted().startsWith(Duration.ofSeconds(10)).endsWith(Duration.ofHours(24));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofDays(2), Duration.ofDays(4));
        assertThat(Backoff.after(10)).isEmpty();
    }
}
