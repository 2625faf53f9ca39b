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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** Terms and numbers about joining clusters, dated, for all sectors or one. */
@Stateless
@DenyAll
public class JoiningParameters {

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    private record Bounds(int least, int most) {}

    private static final Map<JoiningParameter.Code, Bounds> BOUNDS = Map.of(
            JoiningParameter.Code.ANSWER_DAYS, new Bounds(1, 365),
            JoiningParameter.Code.REFUSAL_MONTHS, new Bounds(0, 120),
            JoiningParameter.Code.CRITICAL_MASS, new Bounds(1, 100_000));

    /** All of them as known now, by code, sector and day. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<JoiningParameter> all() {
        return sql.with(
                handle -> handle.createQuery("""
                        select code, sector, value, valid_from as "from"
                          from cluster.joining_parameter
                         where superseded_by is null
                         order by code, sector nulls first, valid_from
                         limit 5000""").mapTo(JoiningParameter.class).list());
    }

    /**
     * Sets a parameter from a day on, until the next day from which another value holds. Said of the same day again, it
     * replaces what was said before.
     *
     * @throws Problem {@code joining-parameter-out-of-range}, {@code sector-unknown}
     */
    @RolesAllowed(DEPARTMENT)
    public JoiningParameter set(JoiningParameter parameter) {
        var bounds = Objects.requireNonNull(BOUNDS.get(parameter.code()));
        if (parameter.value() < bounds.least() || parameter.value() > bounds.most()) {
            throw new Problem(JoiningProblem.JOINING_PARAMETER_OUT_OF_RANGE, bounds.least(), bounds.most())
                    .at("/value");
        }
        requireSector(parameter.sector());
        var before = all().stream()
                .filter(set -> set.code() == parameter.code()
                        && Objects.equals(set.sector(), parameter.sector())
                        && set.from().equals(parameter.from()))
                .findAny()
                .orElse(null);
        long change = changes.record(
                "JOINING_PARAMETER_SET", "JOINING_PARAMETER", parameter.code().name(), before, parameter);
        sql.with(handle -> handle.createUpdate("""
                        update cluster.joining_parameter
                           set superseded_by = :change
                         where code = :code and sector is not distinct from :sector and valid_from = :from
                           and superseded_by is null""")
                .bind("change", change)
                .bind("code", parameter.code())
                .bind("sector", parameter.sector())
                .bind("from", parameter.from())
                .execute());
        sql.with(handle -> handle.createUpdate("""
                        insert into cluster.joining_parameter (code, sector, value, valid_from, recorded_by)
                        values (:code, :sector, :value, :from, :change)""")
                .bind("code", parameter.code())
                .bind("sector", parameter.sector())
                .bind("value", parameter.value())
                .bind("from", parameter.from())
                .bind("change", change)
                .execute());
        return parameter;
    }

    private void requireSector(@Nullable String sector) {
        if (sector == null) {
            return;
        }
        boolean known =
                sql.with(handle -> handle.createQuery("select exists (select from cluster.sector where code = :code)")
                        .bind("code", sector)
                        .mapTo(Boolean.class)
                        .one());
        if (!known) {
            throw new Problem(ClusterProblem.SECTOR_UNKNOWN, sector).at("/sector");
        }
    }
}
