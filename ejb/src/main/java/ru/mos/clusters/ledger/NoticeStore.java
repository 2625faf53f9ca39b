package ru.mos.clusters.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Sql;

/** Notices as the database keeps them. */
@ApplicationScoped
class NoticeStore {

    private static final String NOTICES = """
            select n.*, (select sum(l.amount) from ledger.notice_line l where l.notice_id = n.id) as total
              from ledger.notice n
            """;

    @Inject
    private Sql sql;

    void insert(UUID id, EnterNotice notice, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into ledger.notice (id, kind, effective_on, document_title, document_number, document_date, state,
                                                   entered_by, recorded_by, changed_by)
                        values (:id, :kind, :day, :title, :number, :date, 'DRAFT', :by, :change, :change)""")
                .bind("id", id)
                .bind("kind", notice.kind().name())
                .bind("day", notice.effectiveOn())
                .bind("title", notice.document().title())
                .bind("number", notice.document().number())
                .bind("date", notice.document().date())
                .bind("by", by)
                .bind("change", change)
                .execute());
        sql.with(handle -> {
            var lines = handle.prepareBatch("""
                    insert into ledger.notice_line (notice_id, position, year, kbk, amount)
                    values (:id, :position, :year, :kbk, :amount)""");
            int position = 0;
            for (var line : notice.lines()) {
                position++;
                lines.bind("id", id)
                        .bind("position", position)
                        .bind("year", line.year())
                        .bind("kbk", line.kbk())
                        .bind("amount", line.amount())
                        .add();
            }
            return lines.execute();
        });
    }

    Optional<NoticeView> find(UUID id) {
        return sql.with(handle -> handle.createQuery(NOTICES + " where n.id = :id")
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    Optional<NoticeView> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select 1 from ledger.notice where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    List<EnterNotice.Line> lines(UUID id) {
        return sql.with(handle -> handle.createQuery(
                        "select year, kbk, amount from ledger.notice_line where notice_id = :id order by position")
                .bind("id", id)
                .mapTo(EnterNotice.Line.class)
                .list());
    }

    List<Long> entries(UUID id) {
        return sql.with(handle -> handle.createQuery("""
                        select id from ledger.entry where (source_kind, source) = ('NOTICE', :id) order by id""")
                .bind("id", id.toString())
                .mapTo(Long.class)
                .list());
    }

    List<NoticeView> list(@Nullable NoticeState state, @Nullable Long before, int limit) {
        return sql.with(handle -> handle.createQuery(NOTICES + """
                         where (:state is null or n.state = :state) and (cast(:before as bigint) is null or n.number < :before)
                         order by n.number desc
                         limit :limit""")
                .bind("state", state == null ? null : state.name())
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> view(row))
                .list());
    }

    long count(@Nullable NoticeState state) {
        return sql.with(handle -> handle.createQuery(
                        "select count(*) from ledger.notice n where (:state is null or n.state = :state)")
                .bind("state", state == null ? null : state.name())
                .mapTo(Long.class)
                .one());
    }

    void update(UUID id, NoticeState state, @Nullable String postedBy, @Nullable String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update ledger.notice
                           set state = :state, posted_by = :by, reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", state.name())
                .bind("by", postedBy)
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    private static NoticeView view(ResultSet row) throws SQLException {
        return new NoticeView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("number"),
                NoticeKind.valueOf(row.getString("kind")),
                Objects.requireNonNull(row.getObject("effective_on", LocalDate.class)),
                new Paper(
                        row.getString("document_title"),
                        row.getString("document_number"),
                        Objects.requireNonNull(row.getObject("document_date", LocalDate.class))),
                NoticeState.valueOf(row.getString("state")),
                row.getString("entered_by"),
                row.getString("posted_by"),
                row.getString("reason"),
                row.getBigDecimal("total"),
                row.getLong("version"),
                List.of(),
                List.of(),
                List.of());
    }
}
