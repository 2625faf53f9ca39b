package ru.mos.clusters.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/**
 * Assessments kept so that their disagreements with the register can be listed: derived, and worked out anew by whoever knows
 * which enterprises matter.
 */
@ApplicationScoped
public class Assessed {

    /** So many at a time, so that memory stays flat however many there are. */
    private static final int STRETCH = 500;

    @Inject
    private Sql sql;

    @Inject
    private SmesByLaw smes;

    /** Assesses these enterprises on the day and forgets all others. */
    public void keep(Collection<Inn> subjects, LocalDate asOf) {
        var all = new ArrayList<>(subjects);
        sql.with(
                handle -> handle.createUpdate("delete from assessment.assessed where inn <> all(cast(:inns as text[]))")
                        .bind("inns", all.stream().map(Inn::digits).toArray(String[]::new))
                        .execute());
        for (int from = 0; from < all.size(); from += STRETCH) {
            keepStretch(all.subList(from, Math.min(from + STRETCH, all.size())), asOf);
        }
    }

    private void keepStretch(List<Inn> subjects, LocalDate asOf) {
        var answers = smes.of(subjects, asOf, null).assessments().values();
        sql.with(handle -> {
            var batch = handle.prepareBatch("""
                    insert into assessment.assessed (inn, name, as_of, known_on, status, category, register_status,
                                                     register_category, kind, causes)
                    values (:inn, :name, :asOf, :knownOn, :status, :category, :registerStatus, :registerCategory, :kind,
                            cast(:causes as text[]))
                    on conflict (inn) do update
                       set name = excluded.name, as_of = excluded.as_of, known_on = excluded.known_on,
                           status = excluded.status, category = excluded.category,
                           register_status = excluded.register_status, register_category = excluded.register_category,
                           kind = excluded.kind, causes = excluded.causes""");
            for (var answer : answers) {
                batch.bind("inn", answer.inn())
                        .bind("name", answer.name())
                        .bind("asOf", answer.asOf())
                        .bind("knownOn", answer.knownOn())
                        .bind("status", answer.criteria().status())
                        .bind("category", answer.criteria().category())
                        .bind("registerStatus", answer.register().status())
                        .bind("registerCategory", answer.register().category())
                        .bind("kind", answer.disagreement().kind())
                        .bind(
                                "causes",
                                answer.disagreement().causes().stream()
                                        .map(Enum::name)
                                        .toArray(String[]::new))
                        .add();
            }
            return batch.execute();
        });
    }
}
