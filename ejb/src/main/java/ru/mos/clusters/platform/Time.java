package ru.mos.clusters.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The one source of "now": the database's clock. The law's days are Moscow's. */
@ApplicationScoped
public class Time {

    /** Zone of every date that decides law. */
    public static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @Inject
    private Sql sql;

    /** This instant. */
    public Instant now() {
        return sql.with(handle ->
                handle.createQuery("select platform.now()").mapTo(Instant.class).one());
    }

    /** Today in Moscow. */
    public LocalDate today() {
        return now().atZone(MOSCOW).toLocalDate();
    }

    /** The last instant of the day in Moscow, for "as known on" given as a date. */
    public static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.MAX).atZone(MOSCOW).toInstant();
    }
}
