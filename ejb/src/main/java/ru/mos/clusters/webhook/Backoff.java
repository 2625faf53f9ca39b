package ru.mos.clusters.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The growing pauses between tries; after the last of them, some three days on, an event is given up. */
final class Backoff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private Backoff() {}

    /**
     * How long to wait after a failed try; empty: give up.
     *
     * @param attempts tries so far, that one included
     */
    static Optional<Duration> after(int attempts) {
        return attempts > PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(attempts - 1));
    }
}
