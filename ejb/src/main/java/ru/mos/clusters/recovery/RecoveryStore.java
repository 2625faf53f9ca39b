package ru.mos.clusters.recovery;

import static ru.mos.clusters.agreement.SeenAgreements.SEEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.SeenAgreements;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/** Demands as the database keeps them. Applicants see what was issued. */
@ApplicationScoped
class RecoveryStore {

    private static final String ALL = """
            select r.*, g.number as agreement_number, b.number as breach_number, m.met, m.pending, t.overdue, t.due_on,
                   (select o.name from platform.organisation o where o.inn = r.payer order by o.name limit 1) as payer_name
              from recovery.recovery_order r
              join agreement.agreement g on g.id = r.agreement_id
              join recovery.breach b on b.id = r.breach_id
             cross join lateral (
                   select coalesce(sum(p.amount) filter (where p.state = 'DONE'), 0.00) as met,
                          coalesce(sum(p.amount) filter (where p.state = 'PENDING'), 0.00) as pending
                     from recovery.repayment p where p.order_id = r.id) m
             cross join lateral (
                   select case when r.state = 'ISSUED'
                               then greatest(coalesce(sum(s.amount) filter (where s.due_on < platform.today()), 0.00) - m.met - m.pending, 0.00)
                               else 0.00 end as overdue,
                          case when r.state = 'ISSUED' then min(s.due_on) filter (where s.so_far > m.met + m.pending) end as due_on
                     from (select t.due_on, t.amount, sum(t.amount) over (order by t.due_on) as so_far
                             from recovery.term t where t.order_id = r.id) s) t
             where (:staff or r.issued_on is not null) and
            (""" + SEEN + " or r.payer in (select platform.represented(:me, :person)))";

    private static final String WANTED = """
             and (:state is null or r.state = :state)
             and (cast(:agreement as uuid) is null or r.agreement_id = cast(:agreement as uuid))
             and (not :overdue or t.overdue > 0)
            """;

    @Inject
    private SeenAgreements seen;

    @Inject
    private Caller caller;

    @Inject
    private Sql sql;

    void insert(
            UUID id,
            BreachView breach,
            RecoveryKind kind,
            Inn payer,
            BigDecimal amount,
            String basis,
            AgreementView agreement,
            List<RecoveryPart> parts,
            long change) {
        sql.with(handle -> {
            handle.createUpdate("""
                            insert into recovery.recovery_order (id, agreement_id, breach_id, kind, payer, amount, basis, year, kbk, state,
                                   drawn_by, recorded_by, changed_by)
                            values (:id, :agreement, :breach, :kind, :payer, :amount, :basis, :year, :kbk, 'DRAFT', :by, :change, :change)""")
                    .bind("id", id)
                    .bind("agreement", agreement.id())
                    .bind("breach", breach.id())
                    .bind("kind", kind.name())
                    .bind("payer", payer)
                    .bind("amount", amount)
                    .bind("basis", basis)
                    .bind(
                            "year",
                            parts.isEmpty() ? agreement.year() : parts.get(0).year())
                    .bind(
                            "kbk",
                            parts.isEmpty() ? agreement.kbk() : parts.get(0).kbk())
                    .bind("by", caller.login())
                    .bind("change", change)
                    .execute();
            for (var part : parts) {
                handle.createUpdate("""
                                insert into recovery.order_part (order_id, payment_id, amount) values (:id, :payment, :amount)""")
                        .bind("id", id)
                        .bind("payment", part.payment())
                        .bind("amount", part.amount())
                        .execute();
            }
            return id;
        });
    }

    /**
     * What was paid under an agreement to somebody, or to those in whose place it stands today, and nobody demanded back yet, the latest
     * first: amount is what is left, nothing repaid.
     */
    List<RecoveryPart> paid(UUID agreement, @Nullable Integer position, Inn payer) {
        return sql.with(handle -> handle.createQuery("""
                        select p.id as payment, p.number, p.amount - d.amount as amount, 0.00 as repaid, 0.00 as unaccounted, p.year, p.kbk,
                               false as ended
                          from agreement.payment p
                         cross join lateral (
                               select coalesce(sum(o.amount), 0) as amount
                                 from recovery.order_part o
                                 join recovery.recovery_order r on r.id = o.order_id and r.state <> 'WITHDRAWN'
                                where o.payment_id = p.id) d
                         where p.agreement_id = :agreement and p.state = 'EXECUTED'
                           and agreement.payee_on(p.agreement_id, p.payee, platform.today()) = :payer
                           and (cast(:position as integer) is null or p.position = :position) and p.amount > d.amount
                         order by p.number desc""")
                .bind("agreement", agreement)
                .bind("position", position)
                .bind("payer", payer)
                .mapTo(RecoveryPart.class)
                .list());
    }

    Optional<RecoveryOrderView> find(UUID id) {
        return sql.with(handle -> seen.bind(handle.createQuery(ALL + " and r.id = :id"))
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne()
                .map(order -> order.with(parts(id), terms(id), repayments(id))));
    }

    /** Agreement first, then demand: always in this order, and before payments. */
    Optional<RecoveryOrderView> lock(UUID id) {
        sql.with(handle ->
                handle.createQuery("""
                        select g.id from agreement.agreement g
                         where g.id = (select r.agreement_id from recovery.recovery_order r where r.id = :id) for no key update""").bind("id", id).mapTo(UUID.class).findOne());
        sql.with(handle -> handle.createQuery("select 1 from recovery.recovery_order where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    /** The latest first. */
    List<RecoveryOrderView> list(RecoveryFilter filter, @Nullable Long before, int most) {
        return sql.with(handle -> filtered(seen.bind(handle.createQuery(ALL + WANTED + """
                           and (cast(:before as bigint) is null or r.number < :before)
                         order by r.number desc limit :most""")), filter)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> view(row))
                .list());
    }

    long count(RecoveryFilter filter) {
        return sql.with(handle -> filtered(
                        seen.bind(handle.createQuery("select count(*) from (" + ALL + WANTED + ") found")), filter)
                .mapTo(Long.class)
                .one());
    }

    private static <S extends SqlStatement<S>> S filtered(S statement, RecoveryFilter filter) {
        return statement
                .bind("state", filter.state() == null ? null : filter.state().name())
                .bind("agreement", filter.agreement())
                .bind("overdue", filter.overdue());
    }

    /** What money from a payer may be for: its own open demands first, then those over the sum, then the latest. */
    List<RecoveryOrderView> candidates(String payer, BigDecimal amount, int most) {
        return sql.with(handle -> filtered(
                        seen.bind(handle.createQuery(ALL + WANTED + """
                         order by (r.payer = :payer) desc, (r.amount - m.met - m.pending = :amount) desc, r.number desc limit :most""")),
                        new RecoveryFilter(RecoveryState.ISSUED, null, false))
                .bind("payer", payer)
                .bind("amount", amount)
                .bind("most", most)
                .map((row, context) -> view(row))
                .list());
    }

    /** Nobody else demands, pays or reports under an agreement until this is done. */
    void hold(UUID agreement) {
        sql.with(handle -> handle.createQuery("select 1 from agreement.agreement where id = :id for no key update")
                .bind("id", agreement)
                .mapTo(Integer.class)
                .findOne());
    }

    private List<RecoveryPart> parts(UUID id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select o.payment_id as payment, p.number, o.amount, p.year, p.kbk,
                               (select coalesce(sum(m.amount), 0.00)
                                  from recovery.repayment y
                                  join recovery.repaid_part m on m.repayment_id = y.id
                                 where y.order_id = o.order_id and m.payment_id = o.payment_id) as repaid,
                               p.amount
                               - coalesce((select sum(l.amount)       -- what a report accounts for is named by report and payment
                                             from agreement.report t
                                             join ledger.entry e on e.key = 'report/' || t.id || '/' || p.id
                                             join ledger.posting l on l.entry_id = e.id
                                             join ledger.account a on a.id = l.account_id and a.stage = 'ACCEPTED'
                                            where (t.agreement_id, t.position) = (p.agreement_id, p.position)), 0.00)
                               - coalesce((select sum(l.amount)       -- what is reimbursed is accounted for as it is paid
                                             from ledger.entry e
                                             join ledger.posting l on l.entry_id = e.id
                                             join ledger.account a on a.id = l.account_id and a.stage = 'ACCEPTED'
                                            where (e.source_kind, e.source) = ('PAYMENT', p.id::text)), 0.00)
                               - coalesce((select sum(-l.amount)
                                             from recovery.repaid_part m
                                             join ledger.entry e on (e.source_kind, e.source) = ('REPAYMENT', m.repayment_id::text)
                                              and e.reverses is null and right(e.key, 42) = '/' || p.id || '/paid'
                                              and not exists (select from ledger.entry r where r.reverses = e.id)
                                             join ledger.posting l on l.entry_id = e.id
                                             join ledger.account a on a.id = l.account_id and a.stage = 'PAID'
                                            where m.payment_id = p.id), 0.00) as unaccounted,
                               exists (select from ledger.year_end y where (y.year, y.state) = (p.year, 'CARRIED_OUT')) as ended
                          from recovery.order_part o
                          join agreement.payment p on p.id = o.payment_id
                         where o.order_id = :id
                         order by p.number desc""").bind("id", id).mapTo(RecoveryPart.class).list());
    }

    private List<RecoveryTerm> terms(UUID id) {
        return sql.with(handle -> handle.createQuery(
                        "select due_on, amount from recovery.term where order_id = :id order by due_on")
                .bind("id", id)
                .mapTo(RecoveryTerm.class)
                .list());
    }

    /** Days within which a demand issued on a day is to be met. */
    long termDays(LocalDate day) {
        return sql.with(handle -> handle.createQuery("select cast(recovery.parameter_on('TERM_DAYS', :day) as bigint)")
                .bind("day", day)
                .mapTo(Long.class)
                .one());
    }

    /** k of the penalty on a day. */
    BigDecimal penaltyCoefficient(LocalDate day) {
        return sql.with(handle -> handle.createQuery("select recovery.parameter_on('PENALTY_COEFFICIENT', :day)")
                .bind("day", day)
                .mapTo(BigDecimal.class)
                .one());
    }

    void move(
            UUID id, RecoveryState to, @Nullable String reason, @Nullable String document, LocalDate on, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update recovery.recovery_order
                           set state = :state, reason = coalesce(:reason, reason), document = coalesce(:document, document),
                               issued_by = case when :state = 'ISSUED' and issued_by is null then :by else issued_by end,
                               issued_on = case when :state = 'ISSUED' and issued_on is null then :on else issued_on end,
                               ended_by = case when :state = 'ISSUED' then null else :by end,
                               ended_on = case when :state = 'ISSUED' then null else :on end,
                               version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", to.name())
                .bind("reason", reason)
                .bind("document", document)
                .bind("by", caller.login())
                .bind("on", on)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    /** Writes all terms anew. */
    void write(UUID id, List<RecoveryTerm> terms) {
        sql.with(handle -> {
            handle.createUpdate("delete from recovery.term where order_id = :id")
                    .bind("id", id)
                    .execute();
            for (var term : terms) {
                handle.createUpdate("insert into recovery.term (order_id, due_on, amount) values (:id, :due, :amount)")
                        .bind("id", id)
                        .bind("due", term.dueOn())
                        .bind("amount", term.amount())
                        .execute();
            }
            return id;
        });
    }

    private static final String REPAYMENTS = """
            select y.*, (select p.number from agreement.payment p where p.id = y.payment_id) as payment_number
              from recovery.repayment y
            """;

    private List<RepaymentView> repayments(UUID order) {
        return sql.with(handle -> handle.createQuery(REPAYMENTS + " where y.order_id = :id order by y.number")
                .bind("id", order)
                .map((row, context) -> repayment(row))
                .list());
    }

    /** The demand that a repayment met. */
    Optional<UUID> ofRepayment(UUID repayment) {
        return sql.with(handle -> handle.createQuery("select order_id from recovery.repayment where id = :id")
                .bind("id", repayment)
                .mapTo(UUID.class)
                .findOne());
    }

    /** What was kept back from a payment and still counts. */
    Optional<RepaymentView> setOff(UUID payment) {
        return sql.with(handle -> handle.createQuery(REPAYMENTS + " where y.payment_id = :id and y.state <> 'UNDONE'")
                .bind("id", payment)
                .map((row, context) -> repayment(row))
                .findOne());
    }

    /** What a document of the bank met and still counts. */
    Optional<RepaymentView> receipt(UUID document) {
        return sql.with(handle -> handle.createQuery(REPAYMENTS + " where y.document_id = :id and y.state <> 'UNDONE'")
                .bind("id", document)
                .map((row, context) -> repayment(row))
                .findOne());
    }

    void repay(RepaymentView repayment, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into recovery.repayment (id, order_id, way, amount, state, made_on, document_id, payment_id, recorded_by, changed_by)
                        values (:id, :order, :way, :amount, :state, cast(:on as date), cast(:document as uuid), cast(:payment as uuid), :change, :change)""")
                .bind("id", repayment.id())
                .bind("order", repayment.order())
                .bind("way", repayment.way().name())
                .bind("amount", repayment.amount())
                .bind("state", repayment.state().name())
                .bind("on", repayment.on())
                .bind("document", repayment.document())
                .bind("payment", repayment.payment())
                .bind("change", change)
                .execute());
    }

    void moveRepayment(UUID id, RepaymentState to, @Nullable LocalDate on, @Nullable String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update recovery.repayment set state = :state, made_on = cast(:on as date), reason = :reason, changed_by = :change where id = :id""")
                .bind("state", to.name())
                .bind("on", on)
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    /** Of which payment how much came back. */
    record Repaid(UUID payment, BigDecimal amount) {}

    void writeRepaid(UUID repayment, List<Repaid> parts) {
        sql.with(handle -> {
            for (var part : parts) {
                handle.createUpdate("""
                                insert into recovery.repaid_part (repayment_id, payment_id, amount) values (:id, :payment, :amount)""")
                        .bind("id", repayment)
                        .bind("payment", part.payment())
                        .bind("amount", part.amount())
                        .execute();
            }
            return repayment;
        });
    }

    /** What came back by a repayment, which now did not. */
    List<Repaid> takeRepaid(UUID repayment) {
        return sql.with(handle -> handle.createQuery("""
                        delete from recovery.repaid_part where repayment_id = :id returning payment_id as payment, amount""")
                .bind("id", repayment)
                .mapTo(Repaid.class)
                .list());
    }

    private static RepaymentView repayment(ResultSet row) throws SQLException {
        return new RepaymentView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("order_id", UUID.class),
                RepaymentWay.valueOf(row.getString("way")),
                row.getBigDecimal("amount"),
                RepaymentState.valueOf(row.getString("state")),
                row.getObject("made_on", LocalDate.class),
                row.getObject("document_id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getObject("payment_number", Long.class),
                row.getString("reason"));
    }

    private RecoveryOrderView view(ResultSet row) throws SQLException {
        var state = RecoveryState.valueOf(row.getString("state"));
        var drawn = row.getString("drawn_by");
        boolean touched =
                row.getBigDecimal("met").add(row.getBigDecimal("pending")).signum() != 0;
        boolean penalty = RecoveryKind.PENALTY.name().equals(row.getString("kind"));
        return new RecoveryOrderView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("agreement_id", UUID.class),
                row.getLong("agreement_number"),
                row.getObject("breach_id", UUID.class),
                row.getLong("breach_number"),
                RecoveryKind.valueOf(row.getString("kind")),
                new Inn(row.getString("payer")),
                row.getString("payer_name"),
                row.getBigDecimal("amount"),
                row.getString("basis"),
                row.getInt("year"),
                row.getString("kbk"),
                row.getBigDecimal("met"),
                row.getBigDecimal("pending"),
                row.getBigDecimal("overdue"),
                row.getObject("due_on", LocalDate.class),
                state,
                drawn,
                row.getString("issued_by"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("ended_by"),
                row.getObject("ended_on", LocalDate.class),
                row.getString("reason"),
                row.getString("document"),
                row.getLong("version"),
                RecoveryLifecycle.TABLE.open(state, caller::hasRole).stream()
                        .filter(action -> switch (action) {
                            case ISSUE -> !drawn.equals(caller.login());
                            case WITHDRAW -> !touched;
                            case SET_OFF -> !penalty;
                            case DEFER, WRITE_OFF -> true;
                        })
                        .toList(),
                List.of(),
                List.of(),
                List.of());
    }
}
