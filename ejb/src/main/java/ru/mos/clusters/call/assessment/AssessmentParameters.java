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
import java.util.List;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** What can be set about assessment, dated. */
@Stateless
@DenyAll
public class AssessmentParameters {

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    /** All as known now, by code and day. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR})
    public List<AssessmentParameter> all() {
        return sql.with(handle ->
                handle.createQuery("""
                        select code, value, valid_from as "from"
                          from call.assessment_parameter
                         where superseded_by is null
                         order by code, valid_from
                         limit 1000""").mapTo(AssessmentParameter.class).list());
    }

    /**
     * Sets a parameter from a day on; said of the same day again, it replaces what was said before.
     *
     * @throws Problem {@code assessment-parameter-malformed}
     */
    @RolesAllowed(DEPARTMENT)
    public AssessmentParameter set(AssessmentParameter parameter) {
        if (!parameter.isWellFormed()) {
            throw new Problem(AssessmentProblem.ASSESSMENT_PARAMETER_MALFORMED, parameter.value()).at("/value");
        }
        var before = all().stream()
                .filter(set -> set.code() == parameter.code() && set.from().equals(parameter.from()))
                .findAny()
                .orElse(null);
        long change = changes.record(
                "ASSESSMENT_PARAMETER_SET",
                "ASSESSMENT_PARAMETER",
                parameter.code().name(),
                before,
                parameter);
        sql.with(handle -> {
            handle.createUpdate("""
                            update call.assessment_parameter set superseded_by = :change
                             where code = :code and valid_from = :from and superseded_by is null""")
                    .bind("change", change)
                    .bind("code", parameter.code())
                    .bind("from", parameter.from())
                    .execute();
            return handle.createUpdate("""
                            insert into call.assessment_parameter (code, value, valid_from, recorded_by)
                            values (:code, :value, :from, :change)""")
                    .bind("code", parameter.code())
                    .bind("value", parameter.value())
                    .bind("from", parameter.from())
                    .bind("change", change)
                    .execute();
        });
        return parameter;
    }
}
