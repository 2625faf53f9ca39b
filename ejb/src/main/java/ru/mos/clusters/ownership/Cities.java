package ru.mos.clusters.ownership;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Sql;

/**
 * Keeps the {@link City} in memory as long as nobody has written to the database since, on whatever server. Who asks on the way
 * never waits for it: until it is read the database answers, as it does of an earlier instant.
 */
@ApplicationScoped
class Cities {

    private static final Logger LOG = Logger.getLogger(Cities.class.getName());
    private static final int MOST_ATTEMPTS = 3;

    /** Where much is written, no more than a small part of the time is spent on reading it. */
    private static final int REST = 9;

    @Inject
    private Sql sql;

    @Inject
    private CityReader reader;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile CityReader.@Nullable Edition latest;
    private volatile long notBefore = System.nanoTime();

    /** The city as it was known at the instant, if it is at hand; else it is read meanwhile for those who ask later. */
    Optional<City> at(Handle handle, @Nullable Instant knownOn) {
        if (knownOn == null) {
            return Optional.empty(); // what this transaction has written and not committed counts, too
        }
        var edition = latest;
        if (edition == null || !edition.written().equals(CityReader.written(handle))) {
            readMeanwhile();
            return Optional.empty();
        }
        return knownOn.isBefore(edition.knownOn()) ? Optional.empty() : Optional.of(edition.city());
    }

    private void readMeanwhile() {
        if (System.nanoTime() - notBefore >= 0 && reading.compareAndSet(false, true)) {
            var unused = executor.submit(this::read);
        }
    }

    /** Reads the city where it is not at hand, before many questions. */
    void prepare() {
        read();
    }

    private synchronized void read() {
        long begun = System.nanoTime();
        try {
            if (!isFresh()) {
                latest = null; // two at once would take the memory of both
                for (int attempt = 0; latest == null && attempt < MOST_ATTEMPTS; attempt++) {
                    latest = reader.read().orElse(null);
                }
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "the city could not be read into memory; the database is asked instead", failure);
        } finally {
            long ended = System.nanoTime();
            notBefore = ended + REST * (ended - begun);
            reading.set(false);
        }
    }

    private boolean isFresh() {
        var edition = latest;
        return edition != null && sql.with(handle -> edition.written().equals(CityReader.written(handle)));
    }
}
