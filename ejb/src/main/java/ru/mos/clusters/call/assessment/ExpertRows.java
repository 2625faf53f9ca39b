package ru.mos.clusters.call.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/** The pool as the database keeps it. */
@ApplicationScoped
class ExpertRows {

    private static final String EXPERTS = """
            select x.*, u.name,
                   x.valid_from <= platform.today() and coalesce(platform.today() < x.valid_until, true) as in_pool,
                   array(select t.inn from call.expert_tie t
                          where t.expert = x.login and t.kind = 'ENTERPRISE' and t.superseded_by is null order by t.inn) as enterprises,
                   array(select t.inn from call.expert_tie t
                          where t.expert = x.login and t.kind = 'RELATIVE' and t.superseded_by is null order by t.inn) as relatives,
                   (select count(*) from call.assignment g
                     where g.expert = x.login and g.application_id is not null and g.state in ('INVITED', 'ACCEPTED')) as open,
                   (select count(*) from call.assignment g where g.expert = x.login and g.state = 'SCORED') as scored
              from call.expert x
              join platform.app_user u on u.login = x.login
            """;

    private static final String MATCHING = """
             where (cast(:field as text) is null or :field = any(x.fields))
               and (cast(:inPool as boolean) is null
                    or (x.valid_from <= platform.today() and coalesce(platform.today() < x.valid_until, true)) = :inPool)
            """;

    @Inject
    private Sql sql;

    Optional<ExpertView> find(String login) {
        return sql.with(handle -> handle.createQuery(EXPERTS + " where x.login = :login")
                .bind("login", login)
                .map((row, context) -> view(row))
                .findOne());
    }

    /** By login. */
    List<ExpertView> list(ExpertFilter filter, String after, int most) {
        return sql.with(
                handle -> handle.createQuery(EXPERTS + MATCHING + " and x.login > :after order by x.login limit :most")
                        .bind("field", filter.field())
                        .bind("inPool", filter.inPool())
                        .bind("after", after)
                        .bind("most", most)
                        .map((row, context) -> view(row))
                        .list());
    }

    long count(ExpertFilter filter) {
        return sql.with(handle -> handle.createQuery("select count(*) from call.expert x" + MATCHING)
                .bind("field", filter.field())
                .bind("inPool", filter.inPool())
                .mapTo(Long.class)
                .one());
    }

    private static ExpertView view(ResultSet row) throws SQLException {
        var until = row.getObject("valid_until", LocalDate.class);
        return new ExpertView(
                row.getString("login"),
                row.getString("name"),
                inn(row.getString("inn")),
                inn(row.getString("employer")),
                row.getString("employer_name"),
                texts(row.getArray("fields")),
                texts(row.getArray("enterprises")).stream().map(Inn::new).toList(),
                texts(row.getArray("relatives")).stream().map(Inn::new).toList(),
                row.getObject("valid_from", LocalDate.class),
                until == null ? null : until.minusDays(1),
                row.getBoolean("in_pool"),
                row.getLong("open"),
                row.getLong("scored"),
                row.getLong("version"));
    }

    static @Nullable Inn inn(@Nullable String digits) {
        return digits == null ? null : new Inn(digits);
    }

    static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
