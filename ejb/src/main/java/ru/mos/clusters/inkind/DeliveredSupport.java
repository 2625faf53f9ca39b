package ru.mos.clusters.inkind;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.infrastructure.Coverage;
import ru.mos.clusters.infrastructure.CoverageRow;
import ru.mos.clusters.infrastructure.InfrastructureProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** What came of needs and offers: confirmed support of a year by service and sector or cluster, how long it took and how it was. */
@Stateless
@DenyAll
public class DeliveredSupport {

    private static final int FIRST_YEAR = 2010;
    private static final int LAST_YEAR = 2100;

    @EJB
    private Coverage coverage;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /**
     * Needed, offered and delivered in a year (null: this one), by sector and service.
     *
     * @throws Problem {@code need-year-out-of-range}
     */
    @RolesAllowed({INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public List<DeliveredRow> bySector(@Nullable Integer year) {
        var covered = coverage.of(year);
        var delivered = rows("r.sector", "", year).stream()
                .collect(Collectors.toMap(row -> row.place() + " " + row.service(), Function.identity()));
        var rows = new ArrayList<DeliveredRow>();
        for (var row : covered) {
            if (row.sector() != null) {
                var given = delivered.remove(row.sector() + " " + row.service());
                rows.add(given == null ? nothing(row) : given.beside(row.needed(), row.offered(), row.shared()));
            }
        }
        delivered.values().stream()
                .map(row -> row.beside(null, BigDecimal.ZERO, null))
                .forEach(rows::add);
        rows.sort(Comparator.comparing(DeliveredRow::place));
        return List.copyOf(rows);
    }

    private static DeliveredRow nothing(CoverageRow row) {
        return new DeliveredRow(
                String.valueOf(row.sector()),
                new Term(row.service(), row.serviceRu(), row.serviceEn()),
                new Term(row.service(), row.unitRu(), row.unitEn()),
                row.needed(),
                row.offered(),
                row.shared(),
                0,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                null,
                null);
    }

    /**
     * Delivered in a year (null: this one), by cluster and service.
     *
     * @throws Problem {@code need-year-out-of-range}
     */
    @RolesAllowed({INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public List<DeliveredRow> byCluster(@Nullable Integer year) {
        requireYear(year);
        return rows("c.code", "join cluster.cluster c on c.id = r.cluster_id", year).stream()
                .map(row -> row.beside(null, null, null))
                .toList();
    }

    private static void requireYear(@Nullable Integer year) {
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new Problem(InfrastructureProblem.NEED_YEAR_OUT_OF_RANGE).at("/year");
        }
    }

    private List<DeliveredRow.Row> rows(String place, String join, @Nullable Integer year) {
        return sql.with(handle -> handle.createQuery(
                        sql.file(DeliveredSupport.class, "Delivered").formatted(place, join))
                .bind("year", year == null ? time.today().getYear() : year)
                .mapTo(DeliveredRow.Row.class)
                .list());
    }
}
