package ru.mos.clusters.cluster;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.Assessed;
import ru.mos.clusters.assessment.SmeAssessment.Disagreement;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/**
 * Members of clusters about whom the criteria of the law and the register disagree. Of members only: of the millions whom the
 * register shows nobody knows the owners, and working out their years would take the night.
 */
@Stateless
@DenyAll
public class SmeDisagreements {

    @Inject
    private Sql sql;

    @Inject
    private Assessed assessed;

    @Inject
    private Time time;

    /** Assesses all members of clusters on today. */
    @RolesAllowed(DEPARTMENT)
    public void assess() {
        assessMembers();
    }

    /** The same every night: a release decides only so many days, and every new year asks for another one's figures. */
    @PermitAll
    @Schedule(hour = "0", minute = "50", timezone = "Europe/Moscow", persistent = false)
    void assessNightly() {
        assessMembers();
    }

    /** The same for who hears of a change. */
    @PermitAll
    public void assessMembers() {
        var today = time.today();
        assessed.keep(
                sql.with(handle -> handle.createQuery(
                                "select distinct m.inn from cluster.memberships_on(:today, null) m order by m.inn")
                        .bind("today", today)
                        .mapTo(Inn.class)
                        .list()),
                today);
    }

    record Row(
            Inn inn,
            String name,
            LocalDate asOf,
            String status,
            @Nullable String category,
            String registerStatus,
            @Nullable String registerCategory,
            Disagreement.Kind kind,
            List<String> causes,
            List<String> clusters) {

        SmeDisagreementView view() {
            return new SmeDisagreementView(
                    inn,
                    name,
                    asOf,
                    kind,
                    causes.stream().map(Disagreement.Cause::valueOf).toList(),
                    new SmeDisagreementView.Side(status, category),
                    new SmeDisagreementView.Side(registerStatus, registerCategory),
                    clusters);
        }
    }

    /**
     * Disagreements in the order of numbers, as they stood when they were last worked out.
     *
     * @param kind null: all
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public Slice<SmeDisagreementView> list(Disagreement.@Nullable Kind kind, PageRequest page) {
        if (page.after().size() > 1) {
            throw new Problem(PlatformProblem.CURSOR_INVALID);
        }
        var rows = sql.with(handle -> {
            handle.registerArrayType(String.class, "text");
            return handle.createQuery(sql.file(SmeDisagreements.class, "SmeDisagreements"))
                    .bind("kind", kind)
                    .bind("after", page.after().isEmpty() ? "" : page.after().get(0))
                    .bind("fetch", page.fetch())
                    .mapTo(Row.class)
                    .map(Row::view)
                    .list();
        });
        return Slice.of(rows, page, row -> List.of(row.inn().digits()));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public long count(Disagreement.@Nullable Kind kind) {
        return sql.with(handle ->
                handle.createQuery("""
                        select count(*)
                          from assessment.assessed a
                         where a.kind in ('STATUS', 'CATEGORY')
                           and (cast(:kind as text) is null or a.kind = cast(:kind as text))""").bind("kind", kind).mapTo(Long.class).one());
    }
}
