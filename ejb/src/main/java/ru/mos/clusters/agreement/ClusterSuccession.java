package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * A step from a cluster of an agreement's project to the cluster it has gone into.
 *
 * @param predecessor code of the cluster that is no more
 * @param successor code of the one it has gone into
 * @param on first day on which only the successor exists
 */
public record ClusterSuccession(
        String predecessor, String successor, @Nullable String successorName, LocalDate on, UUID merger, Paper document)
        implements Serializable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** In a line of a finding, in Russian. */
    public String told() {
        return "Кластер " + predecessor + " с " + on.format(DAY) + " вошёл в кластер " + successor
                + ", условия проверены по нему (" + document.title()
                + (document.number() == null ? "" : " № " + document.number()) + " от "
                + document.date().format(DAY) + ")";
    }
}
