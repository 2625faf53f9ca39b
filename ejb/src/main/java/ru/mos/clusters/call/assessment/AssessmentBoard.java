package ru.mos.clusters.call.assessment;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/** The board of a call: its applications, and who assesses each; one statement a page. */
@Stateless
@DenyAll
public class AssessmentBoard {

    private static final String BOARD = """
            select a.id, a.number, p.title, a.state, cast(e.terms ->> 'experts' as integer) as needed,
                   (select count(*) from call.assignment g where g.application_id = a.id and g.state = 'SCORED') as scored,
                   exists (select from call.discussion d where d.application_id = a.id and d.closed_by is null) as discussed,
                   (select jsonb_agg(jsonb_build_object('assignment', g.id, 'expert', g.expert, 'name', u.name, 'state', g.state)
                                     order by g.recorded_by)
                      from call.assignment g
                      join platform.app_user u on u.login = g.expert
                     where g.application_id = a.id) as experts
              from call.application a
              join call.call c on c.id = a.call_id
              join call.edition e on (e.call_id, e.number) = (c.id, c.edition)
              join project.project p on p.id = a.project_id
            """;

    private static final String ASSESSED = " a.state in ('ADMITTED', 'ASSESSED', 'AWARDED', 'RESERVED', 'REFUSED') ";

    @Inject
    private Sql sql;

    /** By number. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR})
    public Slice<BoardRow> list(UUID call, PageRequest page) {
        var after = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        var rows = sql.with(handle -> handle.createQuery(BOARD + " where a.call_id = :call and" + ASSESSED + """
                           and (cast(:after as bigint) is null or a.number > :after)
                         order by a.number
                         limit :most""")
                .bind("call", call)
                .bind("after", after)
                .bind("most", page.fetch())
                .map((row, context) -> row(row))
                .list());
        return Slice.of(rows, page, row -> List.of(row.number().substring(2)));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR})
    public long count(UUID call) {
        return sql.with(handle -> handle.createQuery(
                        "select count(*) from call.application a where a.call_id = :call and" + ASSESSED)
                .bind("call", call)
                .mapTo(Long.class)
                .one());
    }

    /** One of them. @throws Problem {@code call-application-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, AUDITOR})
    public BoardRow row(UUID application) {
        return sql.with(handle -> handle.createQuery(BOARD + " where a.id = :id and" + ASSESSED)
                        .bind("id", application)
                        .map((row, context) -> row(row))
                        .findOne())
                .orElseThrow(() ->
                        new Problem(ru.mos.clusters.call.application.ApplicationProblem.CALL_APPLICATION_UNKNOWN));
    }

    /**
     * An expert who could be asked.
     *
     * @param conflicted whether something is known that speaks against it; null where nobody has looked yet
     */
    public record Candidate(
            String login,
            String name,
            List<String> fields,
            long open,
            @Nullable Boolean conflicted) {}

    /** Who is in the pool and was not asked yet, those with the least work first. */
    @RolesAllowed({DEPARTMENT, GCKR})
    public List<Candidate> candidates(UUID application) {
        return sql.with(handle -> handle.createQuery("""
                        select x.login, u.name, x.fields,
                               (select count(*) from call.assignment g
                                 where g.expert = x.login and g.application_id is not null and g.state in ('INVITED', 'ACCEPTED')) as open,
                               (select bool_or(k.conflicted) from call.conflict_check k
                                 where k.application_id = :id and k.expert = x.login and k.superseded_by is null) as conflicted
                          from call.expert x
                          join platform.app_user u on u.login = x.login
                         where x.valid_from <= platform.today() and coalesce(platform.today() < x.valid_until, true)
                           and not exists (select from call.assignment g
                                            where g.application_id = :id and g.expert = x.login
                                              and g.state in ('INVITED', 'ACCEPTED', 'SCORED'))
                         order by open, u.name, x.login
                         limit 500""")
                .bind("id", application)
                .map((row, context) -> new Candidate(
                        row.getString("login"),
                        row.getString("name"),
                        ExpertRows.texts(row.getArray("fields")),
                        row.getLong("open"),
                        row.getObject("conflicted", Boolean.class)))
                .list());
    }

    private static BoardRow row(ResultSet row) throws SQLException {
        return new BoardRow(
                row.getObject("id", UUID.class),
                "З-" + row.getLong("number"),
                row.getString("title"),
                ApplicationState.valueOf(row.getString("state")),
                row.getInt("needed"),
                row.getInt("scored"),
                row.getBoolean("discussed"),
                AssessmentRows.read(row.getString("experts"), new TypeReference<List<BoardRow.Asked>>() {}));
    }
}
