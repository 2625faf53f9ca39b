package ru.mos.clusters.agreement;

import static ru.mos.clusters.agreement.SeenAgreements.SEEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;

/** Payments as the database keeps them. */
@ApplicationScoped
class PaymentStore {

    private static final String PAYMENTS = """
            select p.*, g.number as agreement_number, c.bank,
                   case when :staff or p.payee in (select platform.represented(:me, :person)) then c.account
                        else repeat('*', 16) || right(c.account, 4) end as account,
                   (select o.name from platform.organisation o where o.inn = p.payee order by o.name limit 1) as payee_name
              from agreement.payment p
              join agreement.agreement g on g.id = p.agreement_id
              join agreement.payee_account c on c.id = p.account_id
             where
            """ + SEEN;

    private static final String WANTED = """
             and (:state is null or p.state = :state)
             and (cast(:agreement as uuid) is null or p.agreement_id = cast(:agreement as uuid))
            """;

    @Inject
    private SeenAgreements seen;

    @Inject
    private Caller caller;

    @Inject
    private Sql sql;

    void insert(
            UUID id,
            AgreementView agreement,
            int position,
            Inn share,
            Inn payee,
            UUID account,
            BigDecimal amount,
            String by,
            LocalDate day,
            long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into agreement.payment (id, agreement_id, position, payee, on_behalf, account_id, amount, year, kbk, state, two_chiefs,
                               prepared_by, recorded_by, changed_by)
                        values (:id, :agreement, :position, :payee, nullif(cast(:share as text), cast(:payee as text)), :account, :amount, :year, :kbk, 'PREPARED',
                                coalesce(:amount >= agreement.parameter_on('SECOND_CHIEF_FROM', :day), true), :by, :change, :change)""")
                .bind("id", id)
                .bind("agreement", agreement.id())
                .bind("position", position)
                .bind("payee", payee)
                .bind("share", share)
                .bind("account", account)
                .bind("amount", amount)
                .bind("year", agreement.yearOf(position))
                .bind("kbk", agreement.kbk())
                .bind("by", by)
                .bind("day", day)
                .bind("change", change)
                .execute());
    }

    Optional<PaymentView> find(UUID id) {
        return sql.with(handle -> seen.bind(handle.createQuery(PAYMENTS + " and p.id = :id"))
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    /** Agreement first, then payment: always in this order. */
    Optional<PaymentView> lock(UUID id) {
        sql.with(handle ->
                handle.createQuery("""
                        select g.id from agreement.agreement g
                         where g.id = (select p.agreement_id from agreement.payment p where p.id = :id) for no key update""").bind("id", id).mapTo(UUID.class).findOne());
        sql.with(handle -> handle.createQuery("select 1 from agreement.payment where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    /** The latest first. */
    List<PaymentView> list(@Nullable PaymentState state, @Nullable UUID agreement, @Nullable Long before, int most) {
        return sql.with(handle -> seen.bind(handle.createQuery(PAYMENTS + WANTED + """
                           and (cast(:before as bigint) is null or p.number < :before)
                         order by p.number desc limit :most"""))
                .bind("state", state == null ? null : state.name())
                .bind("agreement", agreement)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> view(row))
                .list());
    }

    long count(@Nullable PaymentState state, @Nullable UUID agreement) {
        return sql.with(handle -> seen.bind(handle.createQuery("""
                        select count(*)
                          from agreement.payment p
                          join agreement.agreement g on g.id = p.agreement_id
                         where
                        """ + SEEN + WANTED))
                .bind("state", state == null ? null : state.name())
                .bind("agreement", agreement)
                .mapTo(Long.class)
                .one());
    }

    /** Executed ones of an instalment, the first first. */
    List<PaymentView> executed(UUID agreement, int position) {
        return sql.with(handle -> seen.bind(handle.createQuery(PAYMENTS + """
                         and p.agreement_id = :agreement and p.position = :position and p.state = 'EXECUTED' order by p.number"""))
                .bind("agreement", agreement)
                .bind("position", position)
                .map((row, context) -> view(row))
                .list());
    }

    /** The first of two has approved it. */
    void approve(UUID id, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.payment
                           set state = 'APPROVED', approved_by = :by, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("by", by)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    /**
     * Orders it, with the budget's year and code as they are now.
     *
     * @param second null where one approval is enough
     */
    void order(
            PaymentView payment,
            UUID account,
            AgreementView agreement,
            String first,
            @Nullable String second,
            LocalDate on,
            long change) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.payment
                           set state = 'ORDERED', account_id = :account, year = :year, kbk = :kbk, approved_by = :first,
                               second_by = :second, ordered_on = :on, reason = null, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("account", account)
                .bind("year", agreement.yearOf(payment.position()))
                .bind("kbk", agreement.kbk())
                .bind("first", first)
                .bind("second", second)
                .bind("on", on)
                .bind("change", change)
                .bind("id", payment.id())
                .execute());
    }

    void instructed(UUID id, UUID instruction) {
        sql.with(handle -> handle.createUpdate(
                        "update agreement.payment set instruction_id = :instruction where id = :id")
                .bind("instruction", instruction)
                .bind("id", id)
                .execute());
    }

    /** Keeps a part of it back from what the bank pays. */
    void holdBack(UUID id, BigDecimal amount, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.payment set held_back = :amount, version = version + 1, changed_by = :change where id = :id""")
                .bind("amount", amount)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    /** @param more what came back of each besides, in roubles; less than zero where it did not come back after all */
    void returned(Map<UUID, BigDecimal> more) {
        sql.with(handle -> {
            var batch = handle.prepareBatch("""
                    update agreement.payment set returned = returned + :more, version = version + 1 where id = :id""");
            more.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one -> batch.bind("more", one.getValue())
                            .bind("id", one.getKey())
                            .add());
            return batch.execute();
        });
    }

    /** @param executedOn day on which the bank executed it; null: it did not */
    void move(UUID id, PaymentState state, @Nullable LocalDate executedOn, @Nullable String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.payment
                           set state = :state, executed_on = :on, reason = :reason,
                               held_back = case :state when 'CANCELLED' then 0 else held_back end,
                               version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", state.name())
                .bind("on", executedOn)
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    private PaymentView view(ResultSet row) throws SQLException {
        var state = PaymentState.valueOf(row.getString("state"));
        boolean two = row.getBoolean("two_chiefs");
        var prepared = row.getString("prepared_by");
        var approved = row.getString("approved_by");
        return new PaymentView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("agreement_id", UUID.class),
                row.getLong("agreement_number"),
                row.getInt("position"),
                new Inn(row.getString("payee")),
                row.getString("payee_name"),
                row.getString("on_behalf") == null ? null : new Inn(row.getString("on_behalf")),
                row.getObject("account_id", UUID.class),
                row.getString("account"),
                row.getString("bank"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("returned"),
                row.getBigDecimal("held_back"),
                row.getInt("year"),
                row.getString("kbk"),
                state,
                two,
                prepared,
                approved,
                row.getString("second_by"),
                row.getObject("ordered_on", LocalDate.class),
                row.getObject("executed_on", LocalDate.class),
                row.getObject("instruction_id", UUID.class),
                row.getString("reason"),
                row.getLong("version"),
                PaymentLifecycle.TABLE.open(state, caller::hasRole).stream()
                        .filter(action -> switch (action) {
                            case APPROVE -> !two && !prepared.equals(caller.login());
                            case APPROVE_FIRST -> two && !prepared.equals(caller.login());
                            case APPROVE_SECOND ->
                                !prepared.equals(caller.login())
                                        && !caller.login().equals(approved);
                            default -> true;
                        })
                        .toList());
    }
}
