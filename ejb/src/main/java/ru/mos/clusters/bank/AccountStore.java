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
import ru.mos.clusters.platform.Sql;

/** Our accounts as the database keeps them. */
@ApplicationScoped
class AccountStore {

    private static final String ON_DAY =
            " where a.valid_from <= :day and (a.valid_until is null or :day < a.valid_until) ";

    @Inject
    private Sql sql;

    void insert(UUID id, OpenAccount open, long change) {
        var account = open.account();
        sql.with(handle -> handle.createUpdate("""
                        insert into bank.account (id, number, bic, bank, correspondent, holder, inn, kpp, oktmo, pays, valid_from,
                                                  recorded_by, changed_by)
                        values (:id, :number, :bic, :bank, :correspondent, :holder, :inn, :kpp, :oktmo, :pays, :from, :change, :change)""")
                .bind("id", id)
                .bind("number", account.account())
                .bind("bic", account.bic())
                .bind("bank", account.bank())
                .bind("correspondent", account.correspondent())
                .bind("holder", account.name())
                .bind("inn", account.inn())
                .bind("kpp", account.kpp())
                .bind("oktmo", open.oktmo())
                .bind("pays", open.pays())
                .bind("from", open.from())
                .bind("change", change)
                .execute());
    }

    int close(UUID id, LocalDate until, long change) {
        return sql.with(handle -> handle.createUpdate("""
                        update bank.account set valid_until = :until, version = version + 1, changed_by = :change where id = :id""")
                .bind("id", id)
                .bind("until", until)
                .bind("change", change)
                .execute());
    }

    Optional<BankAccountView> find(UUID id) {
        return sql.with(handle -> handle.createQuery("select a.* from bank.account a where a.id = :id")
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    Optional<BankAccountView> paying(LocalDate day) {
        return sql.with(handle -> handle.createQuery("select a.* from bank.account a" + ON_DAY + "and a.pays")
                .bind("day", day)
                .map((row, context) -> view(row))
                .findOne());
    }

    List<BankAccountView> list() {
        return sql.with(handle -> handle.createQuery(
                        "select a.* from bank.account a order by a.valid_until is not null, a.valid_from desc, a.number")
                .map((row, context) -> view(row))
                .list());
    }

    private static BankAccountView view(ResultSet row) throws SQLException {
        return new BankAccountView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new Payee(
                        row.getString("inn"),
                        row.getString("kpp"),
                        row.getString("holder"),
                        row.getString("number"),
                        row.getString("bic"),
                        row.getString("bank"),
                        row.getString("correspondent")),
                row.getString("oktmo"),
                row.getBoolean("pays"),
                Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                row.getObject("valid_until", LocalDate.class),
                row.getLong("version"));
    }
}
