package ru.mos.clusters.cluster.joining;

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
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** How fairly clusters let others in, and how near they are to a critical mass; counted in the database. */
@Stateless
@DenyAll
public class JoiningReports {

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /**
     * What became of the applications submitted in a period, as known now; sectors and clusters without any are left out.
     *
     * @param from first day; null: since ever
     * @param until first day that is not counted any more; null: up to today
     * @param sector null: all
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Slice<FairnessRow> fairness(
            Grouping by,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String sector,
            PageRequest page) {
        var rows = sql.with(handle -> handle.createQuery(sql.file(JoiningReports.class, "Fairness"))
                .bind("level", by == Grouping.SECTOR ? 1 : 0)
                .bind("from", from)
                .bind("until", until)
                .bind("sector", sector)
                .bind("afterSector", after(page, 0, ""))
                .bind("afterNumber", Integer.valueOf(after(page, 1, "0")))
                .bind("most", page.fetch())
                .mapTo(FairnessRow.Row.class)
                .list());
        var slice = Slice.of(rows, page, row -> key(row.sector(), row.number()));
        return new Slice<>(slice.items().stream().map(FairnessRow.Row::view).toList(), slice.next());
    }

    /**
     * Members of clusters against the number that makes a critical mass.
     *
     * @param on null: today
     * @param sector null: all
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Slice<MassRow> criticalMass(Grouping by, @Nullable LocalDate on, @Nullable String sector, PageRequest page) {
        var rows = sql.with(handle -> handle.createQuery(sql.file(JoiningReports.class, "CriticalMass"))
                .bind("level", by == Grouping.SECTOR ? 1 : 0)
                .bind("on", on == null ? time.today() : on)
                .bind("sector", sector)
                .bind("afterSector", after(page, 0, ""))
                .bind("afterNumber", Integer.valueOf(after(page, 1, "0")))
                .bind("most", page.fetch())
                .mapTo(MassRow.Row.class)
                .list());
        var slice = Slice.of(rows, page, row -> key(row.sector(), row.number()));
        return new Slice<>(slice.items().stream().map(MassRow.Row::view).toList(), slice.next());
    }

    private static String after(PageRequest page, int part, String beginning) {
        return page.after().size() == 2 ? page.after().get(part) : beginning;
    }

    private static List<String> key(String sector, @Nullable Integer number) {
        return List.of(sector, number == null ? "0" : number.toString());
    }
}
