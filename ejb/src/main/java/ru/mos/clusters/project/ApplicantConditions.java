package ru.mos.clusters.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Sql;

/** What an applicant must be on a day, by the act in force on it. */
@ApplicationScoped
class ApplicantConditions {

    @Inject
    private Sql sql;

    /** A condition with the paragraph that lays it down. */
    record Cited(
            ApplicantCondition code, String act, @Nullable LocalDate edition, String paragraph) {

        Citation citation() {
            return new Citation(act, edition, paragraph, Citation.Status.IN_FORCE);
        }
    }

    /** In the order of the act. */
    List<Cited> on(LocalDate day) {
        return sql.with(handle ->
                handle.createQuery("""
                        select code, act, edition, paragraph
                          from project.applicant_condition
                         where daterange(valid_from, valid_until) @> cast(:day as date)
                         order by position""").bind("day", day).mapTo(Cited.class).list());
    }
}
