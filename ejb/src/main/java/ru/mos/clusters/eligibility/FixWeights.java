package ru.mos.clusters.eligibility;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import ru.mos.clusters.eligibility.FixView.StepKind;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** What each kind of change costs those concerned, as the department says; the cheapest fix goes by it. */
@Stateless
@DenyAll
public class FixWeights {

    private static final int ALL = 500;

    /** So that no sum of weights leaves an integer. */
    private static final int MOST = 1_000_000;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    /** The weights of today and those already set for later, by kind and day. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public Slice<FixWeight> list(PageRequest page) {
        var rows = sql.with(handle -> handle.createQuery("""
                        select w.kind, w.weight, w.valid_from as "from", c.actor as by, c.at as recorded_at
                          from eligibility.fix_weight w
                          left join platform.change c on c.id = w.recorded_by
                         where w.superseded_by is null
                           and w.valid_from >= (select max(held.valid_from)
                                                  from eligibility.fix_weight held
                                                 where held.kind = w.kind and held.superseded_by is null
                                                   and held.valid_from <= platform.today())
                           and (w.kind, w.valid_from) > (:kind, cast(:from as date))
                         order by w.kind, w.valid_from
                         limit :limit""")
                .bind("kind", page.after().isEmpty() ? "" : page.after().get(0))
                .bind(
                        "from",
                        page.after().isEmpty() ? "0001-01-01" : page.after().get(1))
                .bind("limit", page.fetch())
                .mapTo(FixWeight.class)
                .list());
        return Slice.of(
                rows,
                page,
                weight -> List.of(weight.kind().name(), weight.from().toString()));
    }

    /**
     * Sets a weight from a day on, not before today: fixes found earlier keep what they went by.
     *
     * @throws Problem {@code fix-weight-negative}, {@code fix-weight-too-large}, {@code fix-weight-in-past}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public FixWeight set(StepKind kind, int weight, LocalDate from) {
        if (weight > MOST) {
            throw new Problem(EligibilityProblem.FIX_WEIGHT_TOO_LARGE, MOST).at("/weight");
        }
        if (weight < 0) {
            throw new Problem(EligibilityProblem.FIX_WEIGHT_NEGATIVE, weight).at("/weight");
        }
        if (from.isBefore(time.today())) {
            throw new Problem(EligibilityProblem.FIX_WEIGHT_IN_PAST, from).at("/from");
        }
        var before = list(PageRequest.first(ALL)).items().stream()
                .filter(known -> known.kind() == kind)
                .toList();
        long change = changes.record(
                "FIX_WEIGHT_SET", "FIX_WEIGHT", kind.name(), before, new FixWeight(kind, weight, from, null, null));
        sql.with(handle -> handle.createUpdate("""
                        update eligibility.fix_weight
                           set superseded_by = :change
                         where kind = :kind and valid_from = :from and superseded_by is null""")
                .bind("change", change)
                .bind("kind", kind)
                .bind("from", from)
                .execute());
        sql.with(handle -> handle.createUpdate("""
                        insert into eligibility.fix_weight (kind, valid_from, weight, recorded_by)
                        values (:kind, :from, :weight, :change)""")
                .bind("kind", kind)
                .bind("from", from)
                .bind("weight", weight)
                .bind("change", change)
                .execute());
        return list(PageRequest.first(ALL)).items().stream()
                .filter(known -> known.kind() == kind && known.from().equals(from))
                .findFirst()
                .orElseThrow();
    }
}
