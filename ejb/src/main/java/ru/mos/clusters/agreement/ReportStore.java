package ru.mos.clusters.agreement;

import static ru.mos.clusters.agreement.SeenAgreements.SEEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Sql;

/** Reports on spending as the database keeps them. */
@ApplicationScoped
class ReportStore {

    private static final String REPORTS = """
            select t.*, g.number as agreement_number, g.mode,
                   (select coalesce(sum(p.amount - p.returned), 0.00) from agreement.payment p
                     where (p.agreement_id, p.position, p.state) = (t.agreement_id, t.position, 'EXECUTED')) as paid,
                   (select coalesce(sum(l.amount), 0.00) from agreement.report_line l where l.report_id = t.id) as spent
              from agreement.report t
              join agreement.agreement g on g.id = t.agreement_id
             where
            """ + SEEN;

    @Inject
    private SeenAgreements seen;

    @Inject
    private Sql sql;

    void insert(UUID id, UUID agreement, int position, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into agreement.report (id, agreement_id, position, state, written_by, recorded_by, changed_by)
                        values (:id, :agreement, :position, 'DRAFT', :by, :change, :change)""")
                .bind("id", id)
                .bind("agreement", agreement)
                .bind("position", position)
                .bind("by", by)
                .bind("change", change)
                .execute());
    }

    Optional<ReportView> find(UUID id) {
        return sql.with(handle -> seen.bind(handle.createQuery(REPORTS + " and t.id = :id"))
                .bind("id", id)
                .map((row, context) -> view(row, lines(id)))
                .findOne());
    }

    /** Agreement first, then report: always in this order. */
    Optional<ReportView> lock(UUID id) {
        sql.with(handle ->
                handle.createQuery("""
                        select g.id from agreement.agreement g
                         where g.id = (select t.agreement_id from agreement.report t where t.id = :id) for no key update""").bind("id", id).mapTo(UUID.class).findOne());
        sql.with(handle -> handle.createQuery("select 1 from agreement.report where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    /** Of an agreement, in the order of instalments. */
    List<ReportView> of(UUID agreement) {
        return sql.with(handle -> seen.bind(handle.createQuery(REPORTS + " and g.id = :id order by t.position"))
                .bind("id", agreement)
                .map((row, context) -> view(row, List.of()))
                .list());
    }

    private List<ReportLine> lines(UUID id) {
        return sql.with(handle -> handle.createQuery(
                        "select * from agreement.report_line where report_id = :id order by position")
                .bind("id", id)
                .map((row, context) -> new ReportLine(
                        row.getString("item"),
                        new Inn(row.getString("contractor")),
                        new Paper(
                                row.getString("document_title"),
                                row.getString("document_number"),
                                row.getObject("document_date", LocalDate.class)),
                        row.getObject("paid_on", LocalDate.class),
                        row.getBigDecimal("amount")))
                .list());
    }

    void write(UUID id, List<ReportLine> lines, String by, long change) {
        sql.with(handle -> {
            handle.createUpdate("delete from agreement.report_line where report_id = :id")
                    .bind("id", id)
                    .execute();
            handle.createUpdate("""
                            update agreement.report set written_by = :by, version = version + 1, changed_by = :change where id = :id""")
                    .bind("by", by)
                    .bind("change", change)
                    .bind("id", id)
                    .execute();
            if (lines.isEmpty()) {
                return 0;
            }
            var batch = handle.prepareBatch("""
                    insert into agreement.report_line (report_id, position, item, contractor, document_title, document_number, document_date,
                           paid_on, amount)
                    values (:id, :position, :item, :contractor, :title, :number, :date, :paidOn, :amount)""");
            int position = 0;
            for (var line : lines) {
                position++;
                batch.bind("id", id)
                        .bind("position", position)
                        .bind("item", line.item())
                        .bind("contractor", line.contractor())
                        .bind("title", line.document().title())
                        .bind("number", line.document().number())
                        .bind("date", line.document().date())
                        .bind("paidOn", line.paidOn())
                        .bind("amount", line.amount())
                        .add();
            }
            return batch.execute().length;
        });
    }

    void move(
            UUID id,
            ReportState state,
            @Nullable LocalDate submittedOn,
            @Nullable String by,
            @Nullable LocalDate on,
            @Nullable BigDecimal eligible,
            @Nullable BigDecimal accepted,
            @Nullable String reason,
            long change) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.report
                           set state = :state, submitted_on = :submitted, decided_by = :by, decided_on = :on, eligible = :eligible,
                               accepted = :accepted, reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", state.name())
                .bind("submitted", submittedOn)
                .bind("by", by)
                .bind("on", on)
                .bind("eligible", eligible)
                .bind("accepted", accepted)
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    /**
     * What the papers themselves show to be wrong, by line: one statement, however many lines. What does not count anyway uses up no
     * item of the budget.
     *
     * @param affiliated lines whose contractor is affiliated
     */
    List<ReportFault> faults(
            UUID id,
            @Nullable LocalDate stageFrom,
            @Nullable LocalDate stageTo,
            LocalDate today,
            List<Integer> affiliated) {
        return sql.with(handle -> handle.createQuery("""
                        with t as (select r.*, g.mode, case when r.state in ('SUBMITTED', 'ACCEPTED') then r.submitted_on else :today end as stands_on from agreement.report r join agreement.agreement g on g.id = r.agreement_id where r.id = :id),
                             l as (select n.* from agreement.report_line n where n.report_id = :id),
                             paid as (select min(p.executed_on) as on_day, coalesce(sum(p.amount - p.returned), 0.00) as sum
                                        from t join agreement.payment p on (p.agreement_id, p.position, p.state) = (t.agreement_id, t.position, 'EXECUTED')),
                             b as (select i.name_key, i.amount
                                     from t
                                     join agreement.agreement g on g.id = t.agreement_id
                                     join agreement.budget_item i on (i.agreement_id, i.edition) = (g.id, g.edition)),
                             earlier as (select s.item_key, sum(s.amount) as amount
                                           from t
                                           join agreement.report r on r.agreement_id = t.agreement_id and r.position < t.position
                                           join agreement.report_item s on s.report_id = r.id
                                          group by s.item_key),
                             found as (
                                select l.position as line, 'DOCUMENT_TWICE' as kind,
                                       min(concat('СГ-', g.number, ', № ', r.number, ', ', o.position)) as detail
                                  from l
                                  join agreement.report_line o on (o.contractor, o.document_key, o.document_date)
                                                                  = (l.contractor, l.document_key, l.document_date)
                                                              and (o.report_id, o.position) <> (l.report_id, l.position)
                                  join agreement.report r on r.id = o.report_id
                                  join agreement.agreement g on g.id = r.agreement_id
                                 group by l.position
                                union all
                                select l.position, 'DOCUMENT_IS_EVIDENCE', min(concat('СГ-', g.number, ', № ', v.number))
                                  from l
                                  join agreement.evidence v on (v.document_key, v.document_date) = (l.document_key, l.document_date)
                                                           and v.state <> 'REJECTED' and v.amount = l.amount
                                  join agreement.agreement g on g.id = v.agreement_id
                                 group by l.position
                                union all
                                select l.position, 'OUTSIDE_STAGE', to_char(l.paid_on, 'DD.MM.YYYY')
                                  from l where l.paid_on < cast(:from as date) or l.paid_on > cast(:to as date)
                                union all
                                select l.position, 'NOT_PAID_YET', to_char(l.paid_on, 'DD.MM.YYYY')
                                  from l cross join t where l.paid_on > t.stands_on
                                union all
                                select l.position, 'BEFORE_PAYMENT', to_char(paid.on_day, 'DD.MM.YYYY')
                                  from l cross join t cross join paid where t.mode = 'ADVANCE' and l.paid_on < paid.on_day
                                union all
                                select l.position, 'OUTSIDE_BUDGET', null
                                  from l
                                 where exists (select from b) and not exists (select from b where b.name_key = l.item_key))
                        select f.line, f.kind, f.detail
                          from (select * from found
                                union all
                                select c.position, 'BEYOND_ITEM', concat_ws(' > ', c.so_far + coalesce(e.amount, 0), b.amount)
                                  from (select l.position, l.item_key, sum(l.amount) over (partition by l.item_key order by l.position) as so_far
                                          from l
                                         where l.position <> all (:affiliated) and l.position not in (select line from found)) c
                                  join b on b.name_key = c.item_key
                                  left join earlier e on e.item_key = c.item_key
                                 cross join t
                                 where t.mode = 'ADVANCE' and c.so_far + coalesce(e.amount, 0) > b.amount
                                union all
                                select 0, 'BEYOND_PAID', concat_ws(' > ', s.spent, paid.sum)
                                  from (select sum(l.amount) as spent from l) s cross join t cross join paid
                                 where t.mode = 'ADVANCE' and s.spent > paid.sum) f
                         order by f.line, f.kind""")
                .bind("id", id)
                .bind("from", stageFrom)
                .bind("to", stageTo)
                .bind("today", today)
                .bindArray("affiliated", Integer.class, affiliated)
                .mapTo(ReportFault.class)
                .list());
    }

    /** How a report stands to the items of the budget in force, in their order; empty where there is none. */
    List<BudgetUse> uses(UUID id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select u.*, u.budget - u.before - u.here as remaining
                          from (select i.position, i.name, i.amount as budget, coalesce(e.amount, 0.00) as before,
                                       coalesce(case t.state when 'ACCEPTED' then a.amount else n.amount end, 0.00) as here
                                  from agreement.report t
                                  join agreement.agreement g on g.id = t.agreement_id
                                  join agreement.budget_item i on (i.agreement_id, i.edition) = (g.id, g.edition)
                                  left join (select l.item_key, sum(l.amount) as amount from agreement.report_line l
                                              where l.report_id = :id group by l.item_key) n on n.item_key = i.name_key
                                  left join agreement.report_item a on (a.report_id, a.item_key) = (t.id, i.name_key)
                                  left join lateral (
                                       select sum(s.amount) as amount
                                         from agreement.report r
                                         join agreement.report_item s on s.report_id = r.id
                                        where r.agreement_id = t.agreement_id and r.position < t.position and s.item_key = i.name_key) e on true
                                 where t.id = :id) u
                         order by u.position""").bind("id", id).mapTo(BudgetUse.class).list());
    }

    /** What lines come to on an item. */
    record OnItem(String item, BigDecimal amount) {}

    /** The lines of a report but for some, by item. */
    List<OnItem> onItems(UUID id, Collection<Integer> without) {
        return sql.with(handle -> handle.createQuery("""
                        select min(l.item) as item, sum(l.amount) as amount
                          from agreement.report_line l
                         where l.report_id = :id and l.position <> all (:without)
                         group by l.item_key
                         order by min(l.position)""")
                .bind("id", id)
                .bindArray("without", Integer.class, without)
                .mapTo(OnItem.class)
                .list());
    }

    /** Notes what of an accepted report counts on each item. */
    void count(UUID id, List<OnItem> items) {
        if (items.isEmpty()) {
            return;
        }
        sql.with(handle -> {
            var batch = handle.prepareBatch(
                    "insert into agreement.report_item (report_id, item, amount) values (:id, :item, :amount)");
            items.forEach(one -> batch.bind("id", id)
                    .bind("item", one.item())
                    .bind("amount", one.amount())
                    .add());
            return batch.execute().length;
        });
    }

    Optional<ReportDraft> draft(UUID report, String login) {
        return sql.with(handle -> handle.createQuery("""
                        select version, revision, kept_at, lines from agreement.report_draft
                         where report_id = :report and login = :login""")
                .bind("report", report)
                .bind("login", login)
                .map((row, context) -> new ReportDraft(
                        row.getLong("version"),
                        row.getInt("revision"),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                        TypedLine.read(row.getString("lines"))))
                .findOne());
    }

    /** Keeps what is typed in the place of the revision that was seen. @return whether that revision still stood */
    boolean keep(UUID report, String login, ReportDraft draft) {
        return sql.with(handle -> handle.createUpdate("""
                                insert into agreement.report_draft as d (report_id, login, version, revision, lines, kept_at)
                                values (:report, :login, :version, :revision + 1, cast(:lines as jsonb), :at)
                                    on conflict (report_id, login) do update
                                   set version = excluded.version, revision = excluded.revision, lines = excluded.lines,
                                       kept_at = excluded.kept_at
                                 where d.revision = :revision""")
                        .bind("report", report)
                        .bind("login", login)
                        .bind("version", draft.version())
                        .bind("revision", draft.revision())
                        .bind("lines", Json.write(draft.lines()))
                        .bind("at", draft.keptAt())
                        .execute()
                == 1);
    }

    void drop(UUID report, String login) {
        sql.with(handle -> handle.createUpdate(
                        "delete from agreement.report_draft where (report_id, login) = (:report, :login)")
                .bind("report", report)
                .bind("login", login)
                .execute());
    }

    void dropAll(UUID report) {
        sql.with(handle -> handle.createUpdate("delete from agreement.report_draft where report_id = :report")
                .bind("report", report)
                .execute());
    }

    private static ReportView view(ResultSet row, List<ReportLine> lines) throws SQLException {
        return new ReportView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("agreement_id", UUID.class),
                row.getLong("agreement_number"),
                row.getInt("position"),
                FundingMode.valueOf(row.getString("mode")),
                ReportState.valueOf(row.getString("state")),
                row.getBigDecimal("paid"),
                row.getBigDecimal("spent"),
                row.getBigDecimal("eligible"),
                row.getBigDecimal("accepted"),
                row.getString("written_by"),
                row.getObject("submitted_on", LocalDate.class),
                row.getString("decided_by"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("reason"),
                row.getLong("version"),
                lines);
    }
}
