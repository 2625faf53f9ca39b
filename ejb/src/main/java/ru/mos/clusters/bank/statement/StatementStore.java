package ru.mos.clusters.bank.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.file.StatementFormat;
import ru.mos.clusters.bank.file.StatementRemark;
import ru.mos.clusters.bank.file.StatementSummary;
import ru.mos.clusters.platform.Sql;

/** Statements as the database keeps them. */
@ApplicationScoped
class StatementStore {

    private static final String STATEMENTS = """
            select s.*, coalesce(p.until_day + 1 < s.from_day and p.closing <> s.opening, false) as gap_before,
                   (select count(*)
                      from bank.line l
                      join bank.document d on (d.account_id, d.key, d.occurrence) = (s.account_id, l.key, l.occurrence)
                     where l.statement_id = s.id and s.state = 'ACCEPTED'
                       and (exists (select from bank.match m where m.document_id = d.id and m.undone_by is null)
                            or exists (select from bank.assignment a where a.document_id = d.id and a.undone_by is null))) as matched
              from bank.statement s
              left join lateral (
                   select b.until_day, b.closing
                     from bank.statement b
                    where s.state = 'ACCEPTED' and b.state = 'ACCEPTED' and b.account_id = s.account_id and b.until_day < s.from_day
                    order by b.until_day desc
                    limit 1) p on true
            """;

    private static final String WANTED = """
             where (:state is null or s.state = :state) and (:account is null or s.account_number = :account)
            """;

    @Inject
    private Sql sql;

    /** A statement that borders on another: its nearest day and the balance there. */
    record Neighbour(LocalDate day, @Nullable BigDecimal balance) {}

    <T> T staging(Function<StatementStaging, T> work) {
        return sql.with(handle -> work.apply(new StatementStaging(handle)));
    }

    boolean isKnown(String sha256) {
        return sql.with(
                handle -> handle.createQuery("select exists (select from bank.statement where sha256 = :sha256)")
                        .bind("sha256", sha256)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Our account of the number on the day, held until the end of the transaction, so that its statements come one by one. */
    Optional<UUID> lockAccount(String number, LocalDate day) {
        return sql.with(handle -> handle.createQuery("""
                        select id from bank.account
                         where number = :number and valid_from <= :day and (valid_until is null or :day < valid_until)
                           for no key update""")
                .bind("number", number)
                .bind("day", day)
                .mapTo(UUID.class)
                .findOne());
    }

    Optional<Neighbour> before(UUID account, LocalDate from) {
        return neighbour(account, from, """
                select until_day as day, closing as balance from bank.statement
                 where state = 'ACCEPTED' and account_id = :account and until_day < :day
                 order by until_day desc, number desc limit 1""");
    }

    Optional<Neighbour> after(UUID account, LocalDate until) {
        return neighbour(account, until, """
                select from_day as day, opening as balance from bank.statement
                 where state = 'ACCEPTED' and account_id = :account and from_day > :day
                 order by from_day, number desc limit 1""");
    }

    private Optional<Neighbour> neighbour(UUID account, LocalDate day, String query) {
        return sql.with(handle -> handle.createQuery(query)
                .bind("account", account)
                .bind("day", day)
                .mapTo(Neighbour.class)
                .findOne());
    }

    void insert(
            UUID id,
            String sha256,
            String fileName,
            StatementSummary summary,
            @Nullable UUID account,
            StatementState state,
            String by,
            long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into bank.statement (id, sha256, file_name, format, format_version, encoding, account_number, account_id,
                                                    from_day, until_day, opening, received, paid, closing, documents, turnover, state,
                                                    uploaded_by, recorded_by, changed_by)
                        values (:id, :sha256, :fileName, :format, :version, :encoding, :number, cast(:account as uuid), :from, :until, :opening,
                                :received, :paid, :closing, :documents, :turnover, :state, :by, :change, :change)""")
                .bind("id", id)
                .bind("sha256", sha256)
                .bind("fileName", fileName)
                .bind("format", summary.format().name())
                .bind("version", summary.version())
                .bind("encoding", summary.encoding())
                .bind("number", summary.account())
                .bind("account", account)
                .bind("from", summary.from())
                .bind("until", summary.until())
                .bind("opening", summary.opening())
                .bind("received", summary.received())
                .bind("paid", summary.paid())
                .bind("closing", summary.closing())
                .bind("documents", summary.documents())
                .bind("turnover", summary.turnover())
                .bind("state", state.name())
                .bind("by", by)
                .bind("change", change)
                .execute());
    }

    void insert(UUID id, List<StatementRemark> remarks) {
        sql.with(handle -> {
            handle.registerArrayType(String.class, "text");
            var rows = handle.prepareBatch("""
                    insert into bank.statement_problem (statement_id, position, code, arguments, flagging)
                    values (:id, :position, :code, :arguments, :flagging)""");
            int position = 0;
            for (var remark : remarks) {
                position++;
                rows.bind("id", id)
                        .bind("position", position)
                        .bind("code", remark.code().slug())
                        .bindArray("arguments", String.class, remark.arguments())
                        .bind("flagging", remark.flagging())
                        .add();
            }
            return rows.execute();
        });
    }

    void conclude(UUID id, StatementState state, @Nullable UUID account, String by, String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update bank.statement
                           set state = :state, account_id = coalesce(cast(:account as uuid), account_id), concluded_by = :by, reason = :reason,
                               version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", state.name())
                .bind("account", account)
                .bind("by", by)
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    /**
     * Planned anew, and by indexes: a plan made while the tables were small would read them whole for each document, and of a statement
     * just written the planner knows nothing.
     */
    Optional<StatementView> find(UUID id) {
        return sql.with(handle -> {
            plan(handle, "force_custom_plan", "off");
            var found = handle.createQuery(STATEMENTS + " where s.id = :id")
                    .bind("id", id)
                    .map((row, context) -> view(row))
                    .findOne();
            plan(handle, "auto", "on");
            return found;
        });
    }

    private static void plan(Handle handle, String mode, String scans) {
        handle.createQuery("""
                        select set_config('plan_cache_mode', :mode, true) || set_config('enable_seqscan', :scans, true)""")
                .bind("mode", mode)
                .bind("scans", scans)
                .mapTo(String.class)
                .one();
    }

    Optional<StatementView> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select 1 from bank.statement where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    List<StatementProblem> problems(UUID id) {
        return sql.with(handle -> handle.createQuery("""
                        select code, arguments, flagging from bank.statement_problem where statement_id = :id order by position""")
                .bind("id", id)
                .map((row, context) -> new StatementProblem(
                        row.getString("code"),
                        Arrays.asList((String[]) row.getArray("arguments").getArray()),
                        row.getBoolean("flagging")))
                .list());
    }

    List<StatementView> list(
            @Nullable StatementState state, @Nullable String account, @Nullable Long before, int limit) {
        return sql.with(handle -> bound(handle.createQuery(STATEMENTS + WANTED + """
                           and (cast(:before as bigint) is null or s.number < :before)
                         order by s.number desc
                         limit :limit"""), state, account)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> view(row))
                .list());
    }

    long count(@Nullable StatementState state, @Nullable String account) {
        return sql.with(
                handle -> bound(handle.createQuery("select count(*) from bank.statement s" + WANTED), state, account)
                        .mapTo(Long.class)
                        .one());
    }

    private static Query bound(Query query, @Nullable StatementState state, @Nullable String account) {
        return query.bind("state", state == null ? null : state.name()).bind("account", account);
    }

    private static StatementView view(ResultSet row) throws SQLException {
        return new StatementView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("number"),
                row.getString("file_name"),
                StatementFormat.valueOf(row.getString("format")),
                row.getString("format_version"),
                row.getString("encoding"),
                row.getString("account_number"),
                row.getObject("account_id", UUID.class),
                Objects.requireNonNull(row.getObject("from_day", LocalDate.class)),
                Objects.requireNonNull(row.getObject("until_day", LocalDate.class)),
                row.getBigDecimal("opening"),
                row.getBigDecimal("received"),
                row.getBigDecimal("paid"),
                row.getBigDecimal("closing"),
                row.getInt("documents"),
                row.getBigDecimal("turnover"),
                row.getInt("matched"),
                StatementState.valueOf(row.getString("state")),
                row.getBoolean("gap_before"),
                row.getString("uploaded_by"),
                row.getString("concluded_by"),
                row.getString("reason"),
                row.getLong("version"),
                List.of(),
                List.of());
    }
}
