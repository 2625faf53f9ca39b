package ru.mos.clusters.support;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.support.rule.BanTerms.JudgedBy;

/** Figures and readings of the law about support, dated, each with its basis. */
@Stateless
@DenyAll
public class SupportParameters {

    private static final int MOST_MONTHS = 120;
    private static final int MOST_DAYS = 400;
    private static final int LAST_DAY = 28;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    /** All of them as known now, by code and day. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public List<SupportParameter> all() {
        return sql.with(
                handle -> handle.createQuery("""
                        select code, value, valid_from as "from", basis
                          from support.parameter
                         where superseded_by is null
                         order by code, valid_from
                         limit 5000""").mapTo(SupportParameter.class).list());
    }

    /**
     * Sets a parameter from a day on, until the next day from which another value holds. Said of the same day again, it
     * replaces what was said before.
     *
     * @throws Problem {@code support-parameter-impossible}, {@code field-required}, {@code text-too-long}
     */
    @RolesAllowed(DEPARTMENT)
    public SupportParameter set(SupportParameter parameter) {
        var given = new SupportParameter(
                parameter.code(),
                Text.required(parameter.value(), "/value"),
                parameter.from(),
                Text.required(parameter.basis(), "/basis"));
        requirePossible(given);
        var before = all().stream()
                .filter(set -> set.code() == given.code() && set.from().equals(given.from()))
                .findAny()
                .orElse(null);
        long change = changes.record(
                "SUPPORT_PARAMETER_SET", "SUPPORT_PARAMETER", given.code().name(), before, given);
        sql.with(handle -> handle.createUpdate("""
                        update support.parameter set superseded_by = :change
                         where code = :code and valid_from = :from and superseded_by is null""")
                .bind("change", change)
                .bind("code", given.code().name())
                .bind("from", given.from())
                .execute());
        sql.with(handle -> handle.createUpdate("""
                        insert into support.parameter (code, value, valid_from, basis, recorded_by)
                        values (:code, :value, :from, :basis, :change)""")
                .bind("code", given.code().name())
                .bind("value", given.value())
                .bind("from", given.from())
                .bind("basis", given.basis())
                .bind("change", change)
                .execute());
        return given;
    }

    private static void requirePossible(SupportParameter parameter) {
        boolean possible =
                switch (parameter.code()) {
                    case BAN_JUDGED_BY ->
                        Arrays.stream(JudgedBy.values())
                                .anyMatch(by -> by.name().equals(parameter.value()));
                    case RELEASE_DAYS -> isBetween(parameter.value(), 1, MOST_DAYS);
                    case SENDING_DAY -> isBetween(parameter.value(), 1, LAST_DAY);
                    case EXPORT_FORMAT -> parameter.value().matches("[0-9]{1,2}\\.[0-9]{2}");
                    case BAN_SERIOUS_MONTHS, BAN_OTHER_MONTHS, BAN_CORRECTED_MONTHS, RETENTION_MONTHS ->
                        isBetween(parameter.value(), 0, MOST_MONTHS);
                };
        if (!possible) {
            throw new Problem(SupportProblem.SUPPORT_PARAMETER_IMPOSSIBLE, MOST_MONTHS, MOST_DAYS).at("/value");
        }
    }

    private static boolean isBetween(String value, int least, int most) {
        return value.matches("0|[1-9][0-9]{0,2}")
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most;
    }
}
