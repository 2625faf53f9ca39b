package ru.mos.clusters.bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Sql;

/** Instructions as the database keeps them. */
@ApplicationScoped
class InstructionStore {

    private static final String INSTRUCTIONS = """
            select i.*, n.id as repeated_by, m.document_id
              from bank.instruction i
              left join bank.instruction n on n.repeats = i.id
              left join bank.match m on m.instruction_id = i.id and m.undone_by is null
            """;

    private static final String WANTED = """
             where (:state is null or i.state = :state)
               and (:kind is null or (i.source_kind, i.source) = (:kind, :source))
               and (cast(:from as date) is null or i.day >= :from)
               and (cast(:until as date) is null or i.day < :until)
               and (:text is null or i.payee_name ilike '%' || :text || '%' or i.payee_inn like :text || '%' or i.number::text = :text)
            """;

    @Inject
    private Sql sql;

    /** Holds everybody else up who would take a number of the year, until the transaction ends. */
    void lockNumbers(int year) {
        sql.with(handle -> handle.createUpdate(
                        "insert into bank.numbering (year, last) values (:year, 0) on conflict (year) do nothing")
                .bind("year", year)
                .execute());
        sql.with(handle -> handle.createQuery("select last from bank.numbering where year = :year for update")
                .bind("year", year)
                .mapTo(Integer.class)
                .one());
    }

    /** The next number of the year; none ends in three zeros, which the Bank of Russia does not allow. */
    int nextNumber(int year) {
        return sql.with(handle ->
                handle.createQuery("""
                        update bank.numbering set last = last + case when (last + 1) % 1000 = 0 then 2 else 1 end
                         where year = :year
                        returning last""").bind("year", year).mapTo(Integer.class).one());
    }

    void insert(NewInstruction order, int number, UUID account, @Nullable UUID repeats, String by, long change) {
        var payee = order.payee();
        sql.with(handle -> handle.createUpdate("""
                        insert into bank.instruction (id, number, day, account_id, payee_inn, payee_kpp, payee_name, payee_account,
                                                      payee_bic, payee_bank, payee_correspondent, amount, purpose, year, kbk,
                                                      source_kind, source, state, repeats, issued_by, recorded_by, changed_by)
                        values (:id, :number, :day, :account, :inn, :kpp, :name, :payeeAccount, :bic, :bank, :correspondent, :amount,
                                :purpose, :year, :kbk, :kind, :source, 'ISSUED', cast(:repeats as uuid), :by, :change, :change)""")
                .bind("id", order.id())
                .bind("number", number)
                .bind("day", order.day())
                .bind("account", account)
                .bind("inn", payee.inn())
                .bind("kpp", payee.kpp())
                .bind("name", payee.name())
                .bind("payeeAccount", payee.account())
                .bind("bic", payee.bic())
                .bind("bank", payee.bank())
                .bind("correspondent", payee.correspondent())
                .bind("amount", order.amount())
                .bind("purpose", order.purpose())
                .bind("year", order.year())
                .bind("kbk", order.kbk())
                .bind("kind", order.source().kind())
                .bind("source", order.source().id())
                .bind("repeats", repeats)
                .bind("by", by)
                .bind("change", change)
                .execute());
    }

    Optional<InstructionView> find(UUID id) {
        return sql.with(handle -> handle.createQuery(INSTRUCTIONS + " where i.id = :id")
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    Optional<InstructionView> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select 1 from bank.instruction where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    void conclude(UUID id, InstructionState state, LocalDate on, String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update bank.instruction
                           set state = :state, concluded_on = :on, reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("id", id)
                .bind("state", state.name())
                .bind("on", on)
                .bind("reason", reason)
                .bind("change", change)
                .execute());
    }

    /** @param day of the last row seen, with its number */
    List<InstructionView> list(InstructionFilter filter, @Nullable LocalDate day, int number, int limit) {
        return sql.with(handle -> bound(handle.createQuery(INSTRUCTIONS + WANTED + """
                           and (cast(:day as date) is null or (i.day, i.number) < (:day, :number))
                         order by i.day desc, i.number desc
                         limit :limit"""), filter)
                .bind("day", day)
                .bind("number", number)
                .bind("limit", limit)
                .map((row, context) -> view(row))
                .list());
    }

    long count(InstructionFilter filter) {
        return sql.with(handle -> bound(handle.createQuery("select count(*) from bank.instruction i" + WANTED), filter)
                .mapTo(Long.class)
                .one());
    }

    private static Query bound(Query query, InstructionFilter filter) {
        var source = filter.source();
        return query.bind(
                        "state", filter.state() == null ? null : filter.state().name())
                .bind("kind", source == null ? null : source.kind())
                .bind("source", source == null ? null : source.id())
                .bind("from", filter.from())
                .bind("until", filter.until())
                .bind(
                        "text",
                        filter.text() == null || filter.text().isBlank()
                                ? null
                                : filter.text().strip());
    }

    private static InstructionView view(ResultSet row) throws SQLException {
        return new InstructionView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getInt("number"),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                Objects.requireNonNull(row.getObject("account_id", UUID.class)),
                new Payee(
                        row.getString("payee_inn"),
                        row.getString("payee_kpp"),
                        row.getString("payee_name"),
                        row.getString("payee_account"),
                        row.getString("payee_bic"),
                        row.getString("payee_bank"),
                        row.getString("payee_correspondent")),
                row.getBigDecimal("amount"),
                row.getString("purpose"),
                row.getInt("year"),
                row.getString("kbk"),
                new Source(row.getString("source_kind"), row.getString("source")),
                InstructionState.valueOf(row.getString("state")),
                row.getObject("repeats", UUID.class),
                row.getObject("repeated_by", UUID.class),
                row.getObject("concluded_on", LocalDate.class),
                row.getString("reason"),
                row.getObject("document_id", UUID.class),
                row.getString("issued_by"),
                row.getLong("version"),
                List.of());
    }
}
