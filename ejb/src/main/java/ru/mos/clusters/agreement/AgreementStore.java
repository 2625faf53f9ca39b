package ru.mos.clusters.agreement;

import static ru.mos.clusters.agreement.SeenAgreements.SEEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementTerms.BudgetItem;
import ru.mos.clusters.agreement.AgreementTerms.Instalment;
import ru.mos.clusters.agreement.AgreementTerms.Target;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.call.MoneyRoute;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.platform.Sql;

/** Agreements as the database keeps them. Applicants see those of the organisations they act for. */
@ApplicationScoped
class AgreementStore {

    private static final String AGREEMENTS = """
            select g.*, agreement.party_on(g.id, platform.today()) as present, 'G-' || g.number as subject, 'C-' || c.number as call_code, 'З-' || a.number as application_number, r.title,
                   coalesce((select o.name from platform.organisation o
                              where o.inn = agreement.party_on(g.id, platform.today()) order by o.name limit 1),
                            (select e.name from registry.entity e
                              where e.inn = agreement.party_on(g.id, platform.today()) and length(e.inn) = 10 limit 1)) as party_name,
                   (select e.amount from agreement.edition e
                     where e.agreement_id = g.id and (e.number = g.edition or g.edition = 0) order by e.number desc limit 1) as amount,
                   (select coalesce(sum(p.amount), 0) from agreement.payment p
                     where p.agreement_id = g.id and p.state = 'EXECUTED') as paid,
                   (select coalesce(sum(t.accepted), 0) from agreement.report t where t.agreement_id = g.id) as accepted,
                   (select coalesce(sum(p.returned), 0) from agreement.payment p where p.agreement_id = g.id) as returned,
                   (select coalesce(sum(l.balance), 0) from ledger.account l
                     where l.stage = 'PAID' and l.subject = 'G-' || g.number) as unaccounted
              from agreement.agreement g
              join call.call c on c.id = g.call_id
              join call.application a on a.id = g.application_id
              join project.project r on r.id = g.project_id
             where %s
            """.formatted(SEEN);

    private static final String WANTED = """
             and (:state is null or g.state = :state)
             and (cast(:call as uuid) is null or g.call_id = cast(:call as uuid))
             and (:query is null or g.party like :query || '%' or agreement.party_on(g.id, platform.today()) like :query || '%'
                  or strpos(lower(r.title), lower(:query)) > 0)
            """;

    @Inject
    private Sql sql;

    @Inject
    private SeenAgreements seen;

    /** What was awarded on an application, and on which project. */
    record Awarded(
            UUID award,
            UUID call,
            long applicationNumber,
            UUID project,
            int edition,
            String party,
            int year,
            String kbk,
            BigDecimal amount) {}

    Optional<Awarded> awarded(UUID application) {
        return sql.with(handle -> handle.createQuery("""
                        select w.id as award, w.call_id as call, a.number as application_number, a.project_id as project,
                               s.project_edition as edition, a.applicant as party, coalesce(l.year, w.year) as year,
                               coalesce(l.kbk, w.kbk) as kbk, w.amount
                          from call.application a
                          join call.decision d on d.application_id = a.id and d.award_id is not null
                          join call.award w on w.id = d.award_id
                          join call.submission s on (s.application_id, s.round) = (a.id, a.round)
                          left join lateral (                -- where a year end has taken the reservation
                               select x.year, x.kbk from ledger.account x
                                where x.stage = 'RESERVED' and x.subject = 'A-' || a.number and x.balance > 0
                                order by x.year desc limit 1) l on true
                         where a.id = :application
                         order by d.number desc
                         limit 1""")
                .bind("application", application)
                .mapTo(Awarded.class)
                .findOne());
    }

    /** An application that was awarded money on which no agreement is drawn up yet. */
    List<UUID> waiting(int most) {
        return sql.with(handle ->
                handle.createQuery("""
                        select d.application_id
                          from call.decision d
                         where d.award_id is not null
                           and not exists (select from agreement.agreement g where g.award_id = d.award_id)
                         order by d.number
                         limit :most""").bind("most", most).mapTo(UUID.class).list());
    }

    void insert(UUID id, UUID application, Awarded awarded, MoneyRoute route, FundingMode mode, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into agreement.agreement (id, award_id, application_id, call_id, project_id, project_edition, party,
                               year, kbk, awarded, route, mode, state, recorded_by, changed_by)
                        values (:id, :award, :application, :call, :project, :edition, :party,
                                :year, :kbk, :amount, :route, :mode, 'DRAFT', :change, :change)""")
                .bind("id", id)
                .bind("application", application)
                .bind("award", awarded.award())
                .bind("call", awarded.call())
                .bind("project", awarded.project())
                .bind("edition", awarded.edition())
                .bind("party", awarded.party())
                .bind("year", awarded.year())
                .bind("kbk", awarded.kbk())
                .bind("amount", awarded.amount())
                .bind("route", route.name())
                .bind("mode", mode.name())
                .bind("change", change)
                .execute());
    }

    /** Writes an edition that is not signed, in the place of what was written of it before. */
    void write(UUID id, int number, AgreementTerms terms, @Nullable String reason, String by) {
        sql.with(handle -> {
            handle.createUpdate("""
                            insert into agreement.edition (agreement_id, number, article, treasury_support, vat_eligible, amount, by_year, reason, drawn_by)
                            values (:id, :number, :article, :treasury, :vat, :amount, true, :reason, :by)
                                on conflict (agreement_id, number) do update
                               set article = excluded.article, treasury_support = excluded.treasury_support,
                                   vat_eligible = excluded.vat_eligible, amount = excluded.amount, by_year = true, reason = excluded.reason,
                                   drawn_by = excluded.drawn_by""")
                    .bind("id", id)
                    .bind("number", number)
                    .bind("article", terms.article().name())
                    .bind("treasury", terms.treasurySupport())
                    .bind("vat", terms.vatEligible())
                    .bind("amount", terms.amount())
                    .bind("reason", reason)
                    .bind("by", by)
                    .execute();
            for (var table : List.of("instalment", "budget_item", "target")) {
                handle.createUpdate(
                                "delete from agreement." + table + " where agreement_id = :id and edition = :number")
                        .bind("id", id)
                        .bind("number", number)
                        .execute();
            }
            var instalments = handle.prepareBatch("""
                    insert into agreement.instalment (agreement_id, edition, position, stage, due_on, amount, own)
                    values (:id, :number, :position, :stage, :dueOn, :amount, :own)""");
            int position = 0;
            for (var one : terms.instalments()) {
                position++;
                instalments
                        .bind("id", id)
                        .bind("number", number)
                        .bind("position", position)
                        .bind("stage", one.stage())
                        .bind("dueOn", one.dueOn())
                        .bind("amount", one.amount())
                        .bind("own", one.own())
                        .add();
            }
            instalments.execute();
            if (!terms.budget().isEmpty()) {
                var items = handle.prepareBatch("""
                        insert into agreement.budget_item (agreement_id, edition, position, name, amount)
                        values (:id, :number, :position, :name, :amount)""");
                int at = 0;
                for (var one : terms.budget()) {
                    at++;
                    items.bind("id", id)
                            .bind("number", number)
                            .bind("position", at)
                            .bind("name", one.name())
                            .bind("amount", one.amount())
                            .add();
                }
                items.execute();
            }
            if (!terms.targets().isEmpty()) {
                var targets = handle.prepareBatch("""
                        insert into agreement.target (agreement_id, edition, code, baseline, plan, due_on)
                        values (:id, :number, :code, :baseline, :plan, :by)""");
                for (var one : terms.targets()) {
                    targets.bind("id", id)
                            .bind("number", number)
                            .bind("code", one.code())
                            .bind("baseline", one.baseline())
                            .bind("plan", one.plan())
                            .bind("by", one.by())
                            .add();
                }
                targets.execute();
            }
            return number;
        });
    }

    Optional<AgreementView> find(UUID id) {
        return sql.with(handle -> seen.bind(handle.createQuery(AGREEMENTS + " and g.id = :id"))
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    Optional<AgreementView> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select 1 from agreement.agreement where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    /** The latest first. */
    List<AgreementView> list(AgreementFilter filter, @Nullable Long before, int most) {
        return sql.with(handle -> filtered(seen.bind(handle.createQuery(AGREEMENTS + WANTED + """
                               and (cast(:before as bigint) is null or g.number < :before)
                             order by g.number desc limit :most""")), filter)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> view(row))
                .list());
    }

    long count(AgreementFilter filter) {
        return sql.with(handle -> filtered(seen.bind(handle.createQuery("""
                        select count(*)
                          from agreement.agreement g
                          join project.project r on r.id = g.project_id
                         where
                        """ + SEEN + WANTED)), filter)
                .mapTo(Long.class)
                .one());
    }

    private static <S extends SqlStatement<S>> S filtered(S statement, AgreementFilter filter) {
        return statement
                .bind("state", filter.state() == null ? null : filter.state().name())
                .bind("call", filter.call())
                .bind(
                        "query",
                        filter.query() == null || filter.query().isBlank()
                                ? null
                                : filter.query().strip());
    }

    List<EditionView> editions(UUID id) {
        return sql.with(
                handle -> handle.createQuery("select * from agreement.edition where agreement_id = :id order by number")
                        .bind("id", id)
                        .map((row, context) -> edition(id, row))
                        .list());
    }

    private EditionView edition(UUID id, ResultSet row) throws SQLException {
        int number = row.getInt("number");
        return new EditionView(
                number,
                new AgreementTerms(
                        SupportArticle.valueOf(row.getString("article")),
                        row.getBoolean("treasury_support"),
                        row.getBoolean("vat_eligible"),
                        instalments(id, number),
                        budget(id, number),
                        targets(id, number)),
                row.getBigDecimal("amount"),
                row.getBoolean("by_year"),
                row.getString("reason"),
                row.getString("drawn_by"),
                row.getString("signed_by"),
                row.getObject("signed_on", LocalDate.class),
                row.getString("commitment_number"),
                row.getObject("commitment_on", LocalDate.class),
                row.getString("refusal"));
    }

    private List<Instalment> instalments(UUID id, int edition) {
        return sql.with(handle -> handle.createQuery("""
                        select stage, due_on, amount, own from agreement.instalment
                         where agreement_id = :id and edition = :edition order by position""")
                .bind("id", id)
                .bind("edition", edition)
                .mapTo(Instalment.class)
                .list());
    }

    private List<BudgetItem> budget(UUID id, int edition) {
        return sql.with(handle -> handle.createQuery("""
                        select name, amount from agreement.budget_item
                         where agreement_id = :id and edition = :edition order by position""")
                .bind("id", id)
                .bind("edition", edition)
                .mapTo(BudgetItem.class)
                .list());
    }

    private List<Target> targets(UUID id, int edition) {
        return sql.with(handle -> handle.createQuery("""
                        select code, baseline, plan, due_on as "by" from agreement.target
                         where agreement_id = :id and edition = :edition order by code""")
                .bind("id", id)
                .bind("edition", edition)
                .mapTo(Target.class)
                .list());
    }

    /** Every instalment of the edition in force, with what was paid, evidenced and accounted for. */
    List<PathStep> path(UUID id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select i.position, i.stage, i.due_on,
                               case when e.by_year then greatest(g.year, cast(extract(year from i.due_on) as integer)) else g.year end as year,
                               i.amount, i.own, sum(i.own) over (order by i.position) as own_so_far,
                               case when g.mode = 'REIMBURSEMENT' then coalesce(t.eligible - t.accepted, 0.00)
                                    when lag(i.stage) over (order by i.position) is distinct from i.stage then v.here else 0.00 end as evidenced,
                               case when g.mode = 'REIMBURSEMENT' then coalesce(sum(t.eligible - t.accepted) over (order by i.position), 0.00)
                                    else v.so_far end as evidenced_so_far,
                               case g.mode when 'REIMBURSEMENT' then t.accepted else i.amount end as payable,
                               p.ordered, p.paid, t.state as report, t.accepted
                          from agreement.agreement g
                          join agreement.edition e on (e.agreement_id, e.number) = (g.id, g.edition)
                          join agreement.instalment i on (i.agreement_id, i.edition) = (g.id, g.edition)
                         cross join lateral (
                               select coalesce(sum(d.amount) filter (where d.stage = i.stage), 0.00) as here, coalesce(sum(d.amount), 0.00) as so_far
                                 from agreement.evidence d where d.agreement_id = g.id and d.state = 'ACCEPTED' and d.stage <= i.stage) v
                         cross join lateral (
                               select coalesce(sum(m.amount) filter (where m.state in ('ORDERED', 'EXECUTED')), 0.00) as ordered,
                                      coalesce(sum(m.amount) filter (where m.state = 'EXECUTED'), 0.00) as paid
                                 from agreement.payment m where m.agreement_id = g.id and m.position = i.position) p
                          left join agreement.report t on t.agreement_id = g.id and t.position = i.position
                         where g.id = :id
                         order by i.position""").bind("id", id).mapTo(PathStep.class).list());
    }

    void update(UUID id, AgreementState state, int edition, @Nullable String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.agreement
                           set state = :state, edition = :edition, reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", state.name())
                .bind("edition", edition)
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    /** Agreements whose money the ledger keeps under a subject: their own, or that of the application before they are registered. */
    List<UUID> kept(String subject, int year, String kbk) {
        return sql.with(handle -> handle.createQuery("""
                        select g.id
                          from agreement.agreement g
                          join call.application a on a.id = g.application_id
                         where g.year <= :year and g.kbk = :kbk
                           and :subject in ('G-' || g.number, 'A-' || a.number)
                           and g.state not in ('COMPLETED', 'TERMINATED', 'CANCELLED')
                         order by g.id
                           for no key update of g""")
                .bind("year", year)
                .bind("kbk", kbk)
                .bind("subject", subject)
                .mapTo(UUID.class)
                .list());
    }

    /** Whether a review has found that nothing more is paid. */
    boolean isStoppedForGood(UUID id) {
        return sql.with(handle -> handle.createQuery(
                        "select exists (select from agreement.review where (agreement_id, state) = (:id, 'CONFIRMED'))")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    /** What the ledger holds as committed for it under its code, by year of the budget. */
    SortedMap<Integer, BigDecimal> committed(UUID id) {
        record Held(int year, BigDecimal balance) {}
        var held = new TreeMap<Integer, BigDecimal>();
        sql.with(handle ->
                        handle.createQuery("""
                                select a.year, a.balance
                                  from agreement.agreement g
                                  join ledger.account a on (a.subject, a.kbk, a.stage) = ('G-' || g.number, g.kbk, 'COMMITTED')
                                 where g.id = :id and a.balance > 0""").bind("id", id).mapTo(Held.class).list())
                .forEach(one -> held.put(one.year(), one.balance()));
        return held;
    }

    /** Whether something is committed for it in a year after one, under another code. */
    boolean isCommittedLater(UUID id, int year, String kbk) {
        return sql.with(handle -> handle.createQuery("""
                        select exists (select from agreement.agreement g
                                         join ledger.account a on a.subject = 'G-' || g.number
                                        where g.id = :id and a.stage = 'COMMITTED' and a.balance > 0 and a.year > :year and a.kbk <> :kbk)""")
                .bind("id", id)
                .bind("year", year)
                .bind("kbk", kbk)
                .mapTo(Boolean.class)
                .one());
    }

    /** What the bank was told to pay out of the budget of a year and has not paid. */
    BigDecimal underway(UUID id, int year) {
        return sql.with(handle -> handle.createQuery("""
                        select coalesce(sum(amount), 0.00) from agreement.payment
                         where agreement_id = :id and year = :year and state in ('ORDERED', 'REJECTED')""")
                .bind("id", id)
                .bind("year", year)
                .mapTo(BigDecimal.class)
                .one());
    }

    void moveTo(UUID id, int year, String kbk, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.agreement set year = :year, kbk = :kbk, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("year", year)
                .bind("kbk", kbk)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    void sign(UUID id, int edition, String by, LocalDate on) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.edition set signed_by = :by, signed_on = :on, party = agreement.party_on(agreement_id, :on)
                         where agreement_id = :id and number = :edition""")
                .bind("by", by)
                .bind("on", on)
                .bind("id", id)
                .bind("edition", edition)
                .execute());
    }

    /** Who signs an edition, or has signed it: the party of that day. */
    Inn party(UUID id, int edition) {
        return sql.with(handle -> handle.createQuery("""
                        select case when e.signed_by is null then agreement.party_on(g.id, platform.today()) else coalesce(e.party, g.party) end
                          from agreement.agreement g
                          join agreement.edition e on e.agreement_id = g.id
                         where g.id = :id and e.number = :edition""")
                .bind("id", id)
                .bind("edition", edition)
                .mapTo(Inn.class)
                .one());
    }

    void refuse(UUID id, int edition, String why) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.edition set signed_by = null, signed_on = null, refusal = :why
                         where agreement_id = :id and number = :edition""")
                .bind("why", why)
                .bind("id", id)
                .bind("edition", edition)
                .execute());
    }

    void register(UUID id, int edition, String number, LocalDate on) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.edition set commitment_number = :number, commitment_on = :on
                         where agreement_id = :id and number = :edition""")
                .bind("number", number)
                .bind("on", on)
                .bind("id", id)
                .bind("edition", edition)
                .execute());
    }

    void drop(UUID id, int edition) {
        sql.with(handle ->
                handle.createUpdate("""
                        delete from agreement.edition where agreement_id = :id and number = :edition""").bind("id", id).bind("edition", edition).execute());
    }

    /** Money that was ordered or paid for instalments, by their position. */
    record Moved(int position, BigDecimal amount) {}

    List<Moved> moved(UUID id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select position, sum(amount) as amount from agreement.payment
                         where agreement_id = :id and state <> 'CANCELLED' group by position""").bind("id", id).mapTo(Moved.class).list());
    }

    /** What claims that were sent come to so far, by the position of their instalment; empty where nothing is reimbursed. */
    List<Moved> claimed(UUID id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select t.position, coalesce(t.accepted, 0.00) as amount
                          from agreement.report t
                          join agreement.agreement g on g.id = t.agreement_id and g.mode = 'REIMBURSEMENT'
                         where t.agreement_id = :id and (t.accepted > 0 or t.state = 'SUBMITTED')
                         order by t.position""").bind("id", id).mapTo(Moved.class).list());
    }

    /**
     * What accepted reports spent on an item.
     *
     * @param budgeted whether the item stands in the budget of a registered edition
     */
    record SpentOnItem(String item, BigDecimal amount, boolean budgeted) {}

    List<SpentOnItem> spent(UUID id, int edition) {
        return sql.with(handle -> handle.createQuery(
                        "select item, amount, budgeted from agreement.spent_on_items(:id, :edition) order by item")
                .bind("id", id)
                .bind("edition", edition)
                .mapTo(SpentOnItem.class)
                .list());
    }

    /** What stands against paying an instalment on a day; empty: nothing. */
    List<Problem> obstacles(UUID id, int position, @Nullable UUID account, LocalDate day) {
        record Obstacle(String code, @Nullable String detail) {}
        return sql
                .with(handle -> handle.createQuery("""
                                select code, detail from agreement.obstacles(:id, :position, cast(:account as uuid), :day)""")
                        .bind("id", id)
                        .bind("position", position)
                        .bind("account", account)
                        .bind("day", day)
                        .mapTo(Obstacle.class)
                        .list())
                .stream()
                .flatMap(one -> Stream.ofNullable(
                                ProblemTranslator.codes().get(one.code().replace('_', '-')))
                        .map(code -> new Problem(code, ProblemTexts.arguments(one.detail()))))
                .toList();
    }

    private static AgreementView view(ResultSet row) throws SQLException {
        return new AgreementView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("subject"),
                row.getObject("call_id", UUID.class),
                row.getString("call_code"),
                row.getObject("application_id", UUID.class),
                row.getString("application_number"),
                row.getObject("project_id", UUID.class),
                row.getInt("project_edition"),
                row.getString("title"),
                new Inn(row.getString("present")),
                row.getString("party_name"),
                row.getInt("year"),
                row.getString("kbk"),
                MoneyRoute.valueOf(row.getString("route")),
                FundingMode.valueOf(row.getString("mode")),
                row.getBigDecimal("awarded"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("paid"),
                row.getBigDecimal("accepted"),
                row.getBigDecimal("returned"),
                row.getBigDecimal("unaccounted"),
                AgreementState.valueOf(row.getString("state")),
                row.getInt("edition"),
                row.getString("reason"),
                row.getLong("version"),
                List.of(),
                List.of(),
                List.of());
    }
}
