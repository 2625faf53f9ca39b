package ru.mos.clusters.infrastructure;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/** How far the infrastructure covers what the sectors need, year by year. */
@Stateless
@DenyAll
public class Coverage {

    private static final int FIRST_YEAR = 2010;
    private static final int LAST_YEAR = 2100;

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /**
     * Enters how much of a service a sector needs in a year, in place of what was entered before.
     *
     * @param basis how that is known
     * @throws Problem {@code infrastructure-sector-unknown}, {@code infrastructure-service-unknown}, {@code need-negative},
     *     {@code need-year-out-of-range}, {@code field-required}
     */
    @RolesAllowed(DEPARTMENT)
    public void need(String sector, String service, int year, BigDecimal amount, String basis) {
        var known = Text.required(basis, "/basis");
        requireYear(year);
        if (!Amounts.fits(amount)) {
            throw new Problem(InfrastructureProblem.NEED_NEGATIVE).at("/amount");
        }
        // so that two who enter the same do not meet in the index
        sql.with(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('infrastructure.need'))"));
        var before = sql.with(handle -> handle.createQuery("""
                        select amount from infrastructure.need
                         where sector = :sector and service = :service and year = :year and superseded_by is null""")
                .bind("sector", sector)
                .bind("service", service)
                .bind("year", year)
                .mapTo(BigDecimal.class)
                .findOne());
        long change = changes.record(
                "NEED_ENTERED",
                "INFRASTRUCTURE_NEED",
                sector + " " + service + " " + year,
                before.map(Needed::new).orElse(null),
                new Needed(amount));
        sql.with(handle -> handle.createUpdate("""
                        update infrastructure.need set superseded_by = :change
                         where sector = :sector and service = :service and year = :year and superseded_by is null""")
                .bind("change", change)
                .bind("sector", sector)
                .bind("service", service)
                .bind("year", year)
                .execute());
        sql.with(handle -> handle.createUpdate("""
                        insert into infrastructure.need (sector, service, year, amount, basis, recorded_by)
                        values (:sector, :service, :year, :amount, :basis, :change)""")
                .bind("sector", sector)
                .bind("service", service)
                .bind("year", year)
                .bind("amount", amount)
                .bind("basis", known)
                .bind("change", change)
                .execute());
    }

    /** What the record of changes keeps of a need. */
    record Needed(BigDecimal amount) {}

    /**
     * Needed and offered in a year (null: this one), by sector and service.
     *
     * @throws Problem {@code need-year-out-of-range}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<CoverageRow> of(@Nullable Integer year) {
        int asked = year == null ? time.today().getYear() : year;
        requireYear(asked);
        return sql.with(handle -> handle.createQuery(sql.file(Coverage.class, "Coverage"))
                .bind("year", asked)
                .mapTo(CoverageRow.class)
                .list());
    }

    /** The same as an XLSX workbook. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public void export(@Nullable Integer year, Locale locale, OutputStream to) {
        CoverageSheet.write(of(year), locale, to);
    }

    private static void requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Problem(InfrastructureProblem.NEED_YEAR_OUT_OF_RANGE).at("/year");
        }
    }
}
