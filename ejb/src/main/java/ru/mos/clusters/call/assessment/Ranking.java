package ru.mos.clusters.call.assessment;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.EligibilityUse;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/**
 * The order of the applications to a call by their scores, and how far the confirmed money reaches. The whole from two
 * statements, however many there are.
 */
@Stateless
@DenyAll
public class Ranking {

    @Inject
    private Sql sql;

    @Inject
    private Caller caller;

    /** What the call says of it, and what keeps the caller from reading. */
    private record Asked(long number, CallTerms terms, BigDecimal money, String cut, long waiting, boolean ownFirst) {}

    /**
     * The ranking as the scores stand now: of what has been assessed, also what was decided since.
     *
     * @throws Problem {@code call-unknown}; {@code own-scores-first} for who still has to score in that call
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR})
    public RankingView of(UUID call) {
        var asked = asked(call);
        if (asked.ownFirst()) {
            throw new Problem(AssessmentProblem.OWN_SCORES_FIRST);
        }
        var by = contention(asked);
        var ranked = Placing.of(contestants(call), by);
        return new RankingView(
                call,
                "C-" + asked.number(),
                by.criteria(),
                by.minimum(),
                by.experts(),
                by.tieBreak(),
                by.tieCriterion(),
                by.eligibleFirst(),
                by.cut(),
                by.money(),
                ranked.stream()
                        .filter(one -> one.standing() == Standing.WITHIN_MONEY)
                        .map(Ranked::asked)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                asked.waiting(),
                ranked);
    }

    private Asked asked(UUID call) {
        return sql.with(handle -> handle.createQuery("""
                        select c.number, e.terms,
                               (select coalesce(sum(m.amount), 0) from call.money m where m.call_id = c.id) as money,
                               (select p.value from call.assessment_parameter p
                                 where p.code = 'CUT' and p.superseded_by is null and p.valid_from <= platform.today()
                                 order by p.valid_from desc limit 1) as cut,
                               (select count(*) from call.application a where a.call_id = c.id and a.state = 'ADMITTED') as waiting,
                               exists (select from call.assignment g
                                        where g.call_id = c.id and g.expert = :me and g.application_id is not null
                                          and g.state in ('INVITED', 'ACCEPTED')) as own_first
                          from call.call c
                          join call.edition e on (e.call_id, e.number) = (c.id, c.edition)
                         where c.id = :call""")
                        .bind("me", caller.login())
                        .bind("call", call)
                        .map((row, context) -> new Asked(
                                row.getLong("number"),
                                SubjectRows.terms(row.getString("terms")),
                                row.getBigDecimal("money"),
                                row.getString("cut"),
                                row.getLong("waiting"),
                                row.getBoolean("own_first")))
                        .findOne())
                .orElseThrow(() -> new Problem(CallProblem.CALL_UNKNOWN, call));
    }

    private static Contention contention(Asked asked) {
        var terms = asked.terms();
        return new Contention(
                terms.criteria(),
                Objects.requireNonNull(terms.minimumScore()),
                Objects.requireNonNull(terms.experts()),
                Objects.requireNonNull(terms.tieBreak()),
                terms.tieCriterion(),
                terms.eligibility() == EligibilityUse.PRIORITY,
                asked.money(),
                CutRule.valueOf(asked.cut()));
    }

    private List<Contestant> contestants(UUID call) {
        return sql.with(handle -> handle.createQuery(sql.file(Ranking.class, "Contestants"))
                .bind("call", call)
                .map((row, context) -> contestant(row))
                .list());
    }

    private static Contestant contestant(ResultSet row) throws SQLException {
        var points = new HashMap<String, Long>();
        Json.map(row.getString("points")).forEach((code, sum) -> points.put(code, ((Number) sum).longValue()));
        return new Contestant(
                row.getObject("id", UUID.class),
                "З-" + row.getLong("number"),
                row.getString("title"),
                row.getBoolean("eligible"),
                points,
                row.getInt("experts"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getBigDecimal("asked"),
                share(row.getBigDecimal("budget"), row.getBigDecimal("total")),
                row.getString("state").equals("REFUSED"));
    }

    private static Fraction share(@Nullable BigDecimal budget, @Nullable BigDecimal total) {
        return budget == null || total == null || total.signum() == 0
                ? Fraction.ZERO
                : Placing.exact(budget).dividedBy(Placing.exact(total));
    }
}
