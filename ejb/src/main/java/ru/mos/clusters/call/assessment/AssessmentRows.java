package ru.mos.clusters.call.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Sql;

/**
 * Scores as the database keeps them. Whoever still has to score an application sees nobody else's scores of it, whatever other
 * roles the person has; an expert who has scored it sees them all; so do those who organise and watch.
 */
@ApplicationScoped
class AssessmentRows {

    private static final String ASSESSMENTS = """
            select g.id, g.expert, u.name, e.number, e.because, e.superseded_by is null as holds,
                   g.state = 'SCORED' and e.superseded_by is null as counts, l.at,
                   (select jsonb_agg(jsonb_build_object('criterion', r.criterion, 'points', r.points, 'reason', r.reason)
                                     order by r.criterion)
                      from call.score r where (r.assignment_id, r.number) = (e.assignment_id, e.number)) as scores
              from call.assignment g
              join call.assessment e on e.assignment_id = g.id
              join platform.app_user u on u.login = g.expert
              join platform.change l on l.id = e.recorded_by
             where g.application_id = :application
               and (g.expert = :me
                    or not exists (select from call.assignment mine
                                    where mine.application_id = g.application_id and mine.expert = :me
                                      and mine.state in ('INVITED', 'ACCEPTED'))
                       and not exists (select from call.conflicted k where k.application_id = g.application_id and k.expert = :me)
                       and (:staff or exists (select from call.assignment mine
                                               where mine.application_id = g.application_id and mine.expert = :me
                                                 and mine.state = 'SCORED')))
             order by g.expert, g.id, e.number
            """;

    @Inject
    private Sql sql;

    @Inject
    private Caller caller;

    /** What the caller may see. */
    List<AssessmentView> of(UUID application) {
        return sql.with(handle -> handle.createQuery(ASSESSMENTS)
                .bind("application", application)
                .bind("me", caller.login())
                .bind("staff", AssignmentRows.STAFF.stream().anyMatch(caller::hasRole))
                .map((row, context) -> view(row))
                .list());
    }

    private static AssessmentView view(ResultSet row) throws SQLException {
        return new AssessmentView(
                row.getObject("id", UUID.class),
                row.getString("expert"),
                row.getString("name"),
                row.getInt("number"),
                row.getString("because"),
                row.getBoolean("holds"),
                row.getBoolean("counts"),
                instant(row, "at"),
                read(row.getString("scores"), new TypeReference<List<AssessmentView.Score>>() {}));
    }

    /** Of a change; null before its end, when the database gives it one. */
    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static <T> T read(@Nullable String json, TypeReference<T> type) {
        try {
            return Json.mapper().readValue(json == null ? "[]" : json, type);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("what was kept cannot be read", defect);
        }
    }

    /** The latest discussion of an application. */
    Optional<DiscussionView> discussion(UUID application) {
        return sql.with(handle -> handle.createQuery("""
                        select d.deviations, o.at as opened_at, d.result, c.at as closed_at
                          from call.discussion d
                          join platform.change o on o.id = d.recorded_by
                          left join platform.change c on c.id = d.closed_by
                         where d.application_id = :application
                         order by d.recorded_by desc
                         limit 1""")
                .bind("application", application)
                .map((row, context) -> new DiscussionView(
                        read(row.getString("deviations"), new TypeReference<List<Deviation>>() {}),
                        instant(row, "opened_at"),
                        row.getString("result"),
                        instant(row, "closed_at")))
                .findOne());
    }

    /** The next wording of what an expert gave; the one before is superseded. */
    void insert(GiveScores command, @Nullable String because, long change) {
        sql.with(handle -> {
            handle.createUpdate("""
                            update call.assessment set superseded_by = :change
                             where assignment_id = :assignment and superseded_by is null""")
                    .bind("change", change)
                    .bind("assignment", command.assignment())
                    .execute();
            int number = handle.createQuery("""
                            insert into call.assessment (assignment_id, number, because, recorded_by)
                            select :assignment, coalesce(max(e.number), 0) + 1, :because, :change
                              from call.assessment e where e.assignment_id = :assignment
                            returning number""")
                    .bind("assignment", command.assignment())
                    .bind("because", because)
                    .bind("change", change)
                    .mapTo(Integer.class)
                    .one();
            var scores = handle.prepareBatch("""
                    insert into call.score (assignment_id, number, criterion, points, reason)
                    values (:assignment, :number, :criterion, :points, :reason)""");
            command.scores()
                    .forEach(score -> scores.bind("assignment", command.assignment())
                            .bind("number", number)
                            .bind("criterion", score.criterion())
                            .bind("points", score.points())
                            .bind(
                                    "reason",
                                    Objects.requireNonNull(score.reason()).strip())
                            .add());
            return scores.execute();
        });
    }
}
