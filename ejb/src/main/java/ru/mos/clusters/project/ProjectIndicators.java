package ru.mos.clusters.project;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;

/** The catalogue of indicators: by direction, each with its unit and with which way is better. Only ever added to. */
@Stateless
@DenyAll
public class ProjectIndicators {

    @Inject
    private GateContexts contexts;

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    /** All, in the order of directions. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, AUDITOR, APPLICANT, SERVICE, EXPERT, COMMISSION})
    public List<IndicatorView> list() {
        return contexts.indicators();
    }

    /**
     * Adds an indicator.
     *
     * @throws Problem {@code indicator-exists}, {@code indicator-code-malformed}, {@code field-required}
     */
    @RolesAllowed(DEPARTMENT)
    public IndicatorView add(IndicatorView indicator) {
        var added = new IndicatorView(
                Text.required(indicator.code(), "/code"),
                indicator.direction(),
                Text.required(indicator.nameRu(), "/nameRu"),
                Text.required(indicator.nameEn(), "/nameEn"),
                Text.required(indicator.unitRu(), "/unitRu"),
                Text.required(indicator.unitEn(), "/unitEn"),
                indicator.sense());
        if (list().stream().anyMatch(known -> known.code().equals(added.code()))) {
            throw new Problem(ProjectProblem.INDICATOR_EXISTS, added.code()).at("/code");
        }
        long change = changes.record("INDICATOR_ADDED", "INDICATOR", added.code(), null, added);
        sql.with(handle -> handle.createUpdate("""
                        insert into project.indicator (code, direction, name_ru, name_en, unit_ru, unit_en, sense, position,
                                                       recorded_by)
                        select :code, :direction, :nameRu, :nameEn, :unitRu, :unitEn, :sense,
                               coalesce(max(i.position), 0) + 1, :change
                          from project.indicator i""")
                .bind("code", added.code())
                .bind("direction", added.direction())
                .bind("nameRu", added.nameRu())
                .bind("nameEn", added.nameEn())
                .bind("unitRu", added.unitRu())
                .bind("unitEn", added.unitEn())
                .bind("sense", added.sense())
                .bind("change", change)
                .execute());
        return added;
    }
}
