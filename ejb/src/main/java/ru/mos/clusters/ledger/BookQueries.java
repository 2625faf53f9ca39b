package ru.mos.clusters.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** What is asked of the ledger's tables. Today's balances are kept with the accounts; others are summed from closed months on. */
@ApplicationScoped
class BookQueries {

    private static final String NOW = "ledger.account b";
    private static final String THEN = """
            (select a.*, t.debit as then_debit, t.credit as then_credit
               from ledger.balances(:on, :known) t join ledger.account a on a.id = t.account_id) b""";

    private static final String WANTED = """
             where b.lines > 0 and (:stage is null or b.stage = :stage) and (:year is null or b.year = :year)
               and (:kbk is null or b.kbk = :kbk) and (:subject is null or lower(b.subject) = lower(:subject))
            """;

    /** The way money takes, stage by stage. */
    private static final String FOLLOWING = """
               and (:after = '' or (s.position, b.year, b.kbk, b.subject)
                   > (select t.position, a.year, a.kbk, a.subject from ledger.account a join ledger.stage t on t.code = a.stage
                       where a.code = :after))
             order by s.position, b.year, b.kbk, b.subject
             limit :limit""";

    private static final String BALANCES = """
            select b.code, b.stage, s.name_ru, s.name_en, b.year, b.kbk, nullif(b.subject, '') as subject, %s
              from %s join ledger.stage s on s.code = b.stage
            """;

    private static final String SUMS =
            "b.%1$sdebit as debit, b.%1$scredit as credit, b.%1$sdebit - b.%1$scredit as balance";

    private static final String ENTRIES = """
            select e.*, r.id as reversed_by, case when o.exchanged then c.credit else c.debit end as debit_account,
                   case when o.exchanged then c.debit else c.credit end as credit_account,
                   (select sum(p.amount) from ledger.posting p where p.entry_id = e.id and p.amount > 0) as amount
              from ledger.entry e
              left join ledger.entry r on r.reverses = e.id
              left join lateral ledger.taken_back(e.reverses) o on true
              left join ledger.budget_account c
                on c.operation = coalesce(o.operation, e.operation) and c.valid_from <= e.effective_on
               and (c.valid_until is null or e.effective_on < c.valid_until)
            """;

    private static final String OF_ENTRIES = """
             where (:operation is null or e.operation = :operation) and (cast(:from as date) is null or e.effective_on >= :from)
               and (cast(:until as date) is null or e.effective_on < :until)
            """;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /** Whether the filter asks for what the accounts hold at this moment. */
    private boolean isNow(AccountFilter filter) {
        return filter.knownOn() == null && (filter.on() == null || !filter.on().isBefore(time.today()));
    }

    private Query asked(Handle handle, AccountFilter filter, String select, String order) {
        boolean now = isNow(filter);
        var query = handle.createQuery(
                        select.formatted(SUMS.formatted(now ? "" : "then_"), now ? NOW : THEN) + WANTED + order)
                .bind("stage", filter.stage() == null ? null : filter.stage().name())
                .bind("year", filter.year())
                .bind("kbk", filter.kbk())
                .bind("subject", filter.subject());
        if (!now) {
            query.bind("on", filter.on() == null ? time.today() : filter.on())
                    .bind("known", filter.knownOn() == null ? settled(handle) : filter.knownOn());
        }
        return query;
    }

    /** This instant, once everybody has committed who began to post before it. */
    static Instant settled(Handle handle) {
        return handle.createQuery("select ledger.settled_now()")
                .mapTo(Instant.class)
                .one();
    }

    Instant settled() {
        return sql.with(BookQueries::settled);
    }

    /** In the order of the way money takes, from behind the account of that code on. */
    List<AccountBalance> accounts(AccountFilter filter, String after, int limit) {
        return sql.with(handle -> asked(handle, filter, BALANCES, FOLLOWING)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(AccountBalance.class)
                .list());
    }

    /** All of them by code. */
    List<AccountBalance> byCode(AccountFilter filter) {
        return sql.with(handle -> asked(handle, filter, BALANCES, " order by b.code")
                .mapTo(AccountBalance.class)
                .list());
    }

    long count(AccountFilter filter) {
        return sql.with(handle -> asked(handle, filter, "select count(*) from (select %s from %s", ") c")
                .mapTo(Long.class)
                .one());
    }

    List<StageBalance> stages(AccountFilter filter) {
        return sql.with(handle ->
                asked(handle, filter, """
                        select s.code as stage, s.name_ru, s.name_en, count(*) as accounts, sum(c.debit) as debit, sum(c.credit) as credit,
                               sum(c.balance) as balance
                          from (select b.stage, %s from %s""", """
                        ) c
                          join ledger.stage s on s.code = c.stage
                         group by s.code, s.name_ru, s.name_en, s.position
                         order by s.position""").mapTo(StageBalance.class).list());
    }

    Optional<AccountBalance> account(String code) {
        return sql.with(handle -> handle.createQuery("""
                        select b.code, b.stage, s.name_ru, s.name_en, b.year, b.kbk, nullif(b.subject, '') as subject, b.debit, b.credit,
                               b.balance
                          from ledger.account b join ledger.stage s on s.code = b.stage
                         where b.code = :code""")
                .bind("code", code)
                .mapTo(AccountBalance.class)
                .findOne());
    }

    List<AccountLine> lines(String code, @Nullable Long before, int limit) {
        return sql.with(handle -> handle.createQuery("""
                        select p.line, e.id as entry, e.operation, e.effective_on, e.recorded_at, e.actor, e.memo, e.source_kind, e.source,
                               greatest(p.amount, 0.00) as debit, greatest(-p.amount, 0.00) as credit, p.balance
                          from ledger.account a
                          join ledger.posting p on p.account_id = a.id
                          join ledger.entry e on e.id = p.entry_id
                         where a.code = :code and (cast(:before as bigint) is null or p.line < :before)
                         order by p.line desc
                         limit :limit""")
                .bind("code", code)
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(AccountLine.class)
                .list());
    }

    long countLines(String code) {
        return sql.with(handle -> handle.createQuery("select lines from ledger.account where code = :code")
                .bind("code", code)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    List<EntryView> entries(EntryFilter filter, @Nullable Long before, int limit) {
        return sql.with(handle -> bound(
                        handle.createQuery(
                                ENTRIES + OF_ENTRIES
                                        + " and (cast(:before as bigint) is null or e.id < :before) order by e.id desc limit :limit"),
                        filter)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
    }

    long countEntries(EntryFilter filter) {
        return sql.with(handle -> bound(handle.createQuery("select count(*) from ledger.entry e" + OF_ENTRIES), filter)
                .mapTo(Long.class)
                .one());
    }

    private static Query bound(Query query, EntryFilter filter) {
        return query.bind(
                        "operation",
                        filter.operation() == null ? null : filter.operation().name())
                .bind("from", filter.from())
                .bind("until", filter.until());
    }

    Optional<EntryView> entry(long id) {
        return sql.with(handle -> handle.createQuery(ENTRIES + " where e.id = :id")
                .bind("id", id)
                .map((row, context) -> entry(row))
                .findOne()
                .map(found -> found.with(legs(handle, id))));
    }

    private static List<EntryView.Leg> legs(Handle handle, long entry) {
        return handle.createQuery("""
                        select a.code as account, greatest(p.amount, 0.00) as debit, greatest(-p.amount, 0.00) as credit, p.balance
                          from ledger.posting p join ledger.account a on a.id = p.account_id
                         where p.entry_id = :entry
                         order by p.amount < 0, a.code, p.line""")
                .bind("entry", entry)
                .mapTo(EntryView.Leg.class)
                .list();
    }

    private static EntryView entry(ResultSet row) throws SQLException {
        return new EntryView(
                row.getLong("id"),
                Operation.valueOf(row.getString("operation")),
                Objects.requireNonNull(row.getObject("effective_on", LocalDate.class)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("memo"),
                row.getString("source_kind"),
                row.getString("source"),
                row.getObject("reverses", Long.class),
                row.getObject("reversed_by", Long.class),
                row.getString("debit_account"),
                row.getString("credit_account"),
                row.getBigDecimal("amount"),
                List.of());
    }

    List<LedgerFault> faults(int limit) {
        return sql.with(handle -> handle.createQuery("select * from ledger.faults() limit :limit")
                .bind("limit", limit)
                .mapTo(LedgerFault.class)
                .list());
    }
}
