package ru.mos.clusters.bank.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.InstructionExecuted;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.file.Side;
import ru.mos.clusters.platform.Sql;

/** What accepted statements show, what it executed and what it is for, as the database keeps it. */
@ApplicationScoped
class DocumentStore {

    private static final String DOCUMENTS = """
            select d.*, m.instruction_id, i.number as instruction_number, m.automatic, a.source_kind, a.source
              from bank.document d
              left join bank.match m on m.document_id = d.id and m.undone_by is null
              left join bank.instruction i on i.id = m.instruction_id
              left join bank.assignment a on a.document_id = d.id and a.undone_by is null
            """;

    private static final String WANTED = """
             where (cast(:incoming as boolean) is null or d.incoming = :incoming)
               and (cast(:placed as boolean) is null or (m.id is not null or a.id is not null) = :placed)
               and (cast(:from as date) is null or d.booked_on >= :from)
               and (cast(:until as date) is null or d.booked_on < :until)
               and (:text is null or d.other_name ilike '%' || :text || '%' or d.other_inn like :text || '%' or d.number = :text)
            """;

    @Inject
    private Sql sql;

    /** An execution as the statement that matches tells it. */
    private record Executed(
            UUID instruction, String kind, String source, LocalDate on, BigDecimal amount, UUID document) {}

    /** Lets each line of the statement that no earlier one showed become a document. */
    void enter(UUID statement, UUID account) {
        sql.with(handle -> handle.createUpdate("""
                        insert into bank.document (id, account_id, statement_id, position, incoming, number, day, booked_on, amount,
                                                   other_inn, other_kpp, other_name, other_account, other_bic, other_bank, purpose,
                                                   reference, key, occurrence)
                        select gen_random_uuid(), :account, l.statement_id, l.position, l.incoming, l.number, l.day, l.booked_on, l.amount,
                               l.other_inn, l.other_kpp, l.other_name, l.other_account, l.other_bic, l.other_bank, l.purpose, l.reference,
                               l.key, l.occurrence
                          from bank.line l
                         where l.statement_id = :statement
                         order by l.position
                        on conflict (account_id, key, occurrence) do nothing""")
                .bind("statement", statement)
                .bind("account", account)
                .execute());
    }

    List<InstructionExecuted> matchExact(UUID statement, String by, long change) {
        return sql.with(handle -> handle.createQuery(sql.file(DocumentStore.class, "MatchExact"))
                .bind("statement", statement)
                .bind("by", by)
                .bind("change", change)
                .mapTo(Executed.class)
                .map(one -> new InstructionExecuted(
                        one.instruction(),
                        new Source(one.kind(), one.source()),
                        one.on(),
                        one.amount(),
                        one.document()))
                .list());
    }

    Optional<DocumentView> find(UUID id) {
        return sql.with(handle -> handle.createQuery(DOCUMENTS + " where d.id = :id")
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    /** Held with the account until the end of the transaction: documents themselves are never changed. */
    Optional<DocumentView> lock(UUID id) {
        sql.with(handle ->
                handle.createQuery("""
                        select 1 from bank.account a join bank.document d on d.account_id = a.id
                         where d.id = :id for no key update of a""").bind("id", id).mapTo(Integer.class).findOne());
        return find(id);
    }

    List<DocumentView> list(DocumentFilter filter, @Nullable LocalDate day, @Nullable UUID after, int limit) {
        return sql.with(handle -> bound(handle.createQuery(DOCUMENTS + WANTED + """
                           and (cast(:day as date) is null or (d.booked_on, d.id) < (:day, cast(:after as uuid)))
                         order by d.booked_on desc, d.id desc
                         limit :limit"""), filter)
                .bind("day", day)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> view(row))
                .list());
    }

    long count(DocumentFilter filter) {
        return sql.with(handle -> bound(handle.createQuery("""
                        select count(*) from bank.document d
                          left join bank.match m on m.document_id = d.id and m.undone_by is null
                          left join bank.assignment a on a.document_id = d.id and a.undone_by is null""" + WANTED), filter)
                .mapTo(Long.class)
                .one());
    }

    private static Query bound(Query query, DocumentFilter filter) {
        return query.bind("incoming", filter.incoming())
                .bind("placed", filter.placed())
                .bind("from", filter.from())
                .bind("until", filter.until())
                .bind(
                        "text",
                        filter.text() == null || filter.text().isBlank()
                                ? null
                                : filter.text().strip());
    }

    /** Lines of a statement in the order of its file, with what became of the documents they show. */
    List<StatementLine> lines(UUID statement, int after, int limit) {
        return sql.with(handle -> handle.createQuery("""
                        select l.*, d.id as document_id, d.statement_id <> l.statement_id as shown_before,
                               m.instruction_id, i.number as instruction_number, a.source_kind, a.source
                          from bank.line l
                          join bank.statement s on s.id = l.statement_id
                          left join bank.document d
                            on s.state = 'ACCEPTED' and (d.account_id, d.key, d.occurrence) = (s.account_id, l.key, l.occurrence)
                          left join bank.match m on m.document_id = d.id and m.undone_by is null
                          left join bank.instruction i on i.id = m.instruction_id
                          left join bank.assignment a on a.document_id = d.id and a.undone_by is null
                         where l.statement_id = :statement and l.position > :after
                         order by l.position
                         limit :limit""")
                .bind("statement", statement)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> line(row))
                .list());
    }

    private static StatementLine line(ResultSet row) throws SQLException {
        return new StatementLine(
                row.getInt("position"),
                row.getInt("file_line"),
                row.getBoolean("incoming"),
                row.getString("number"),
                row.getObject("day", LocalDate.class),
                Objects.requireNonNull(row.getObject("booked_on", LocalDate.class)),
                row.getBigDecimal("amount"),
                side(row),
                row.getString("purpose"),
                row.getObject("document_id", UUID.class),
                row.getBoolean("shown_before"),
                row.getObject("instruction_id", UUID.class),
                row.getObject("instruction_number", Integer.class),
                source(row));
    }

    private static Side side(ResultSet row) throws SQLException {
        return new Side(
                row.getString("other_inn"),
                row.getString("other_kpp"),
                row.getString("other_name"),
                row.getString("other_account"),
                row.getString("other_bic"),
                row.getString("other_bank"));
    }

    private static @Nullable Source source(ResultSet row) throws SQLException {
        var kind = row.getString("source_kind");
        return kind == null ? null : new Source(kind, row.getString("source"));
    }

    private static DocumentView view(ResultSet row) throws SQLException {
        return new DocumentView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("account_id", UUID.class)),
                Objects.requireNonNull(row.getObject("statement_id", UUID.class)),
                row.getBoolean("incoming"),
                row.getString("number"),
                row.getObject("day", LocalDate.class),
                Objects.requireNonNull(row.getObject("booked_on", LocalDate.class)),
                row.getBigDecimal("amount"),
                side(row),
                row.getString("purpose"),
                row.getObject("instruction_id", UUID.class),
                row.getObject("instruction_number", Integer.class),
                row.getBoolean("automatic"),
                source(row));
    }

    /** Waiting instructions of the account over the sum; what agrees most with the document first. */
    List<MatchCandidate> candidates(UUID document, int limit) {
        return sql.with(handle -> handle.createQuery("""
                        select i.id as instruction, i.number, i.day, i.payee_name as payee, i.payee_inn as inn, i.amount, i.purpose,
                               ltrim(d.number, '0') = i.number::text as same_number, d.other_inn = i.payee_inn as same_inn,
                               d.other_account = i.payee_account as same_account
                          from bank.document d
                          join bank.instruction i on i.state = 'ISSUED' and (i.account_id, i.amount) = (d.account_id, d.amount)
                         where d.id = :document and not d.incoming
                         order by (ltrim(d.number, '0') = i.number::text)::int + (d.other_inn = i.payee_inn)::int
                                  + (d.other_account = i.payee_account)::int desc, i.day, i.number
                         limit :limit""")
                .bind("document", document)
                .bind("limit", limit)
                .mapTo(MatchCandidate.class)
                .list());
    }

    /** The source of an instruction that waits, held until the end of the transaction; empty where it does not wait. */
    Optional<Source> lockWaiting(UUID instruction) {
        return sql.with(handle -> handle.createQuery("""
                        select source_kind as kind, source as id from bank.instruction
                         where id = :id and state = 'ISSUED' for no key update""")
                .bind("id", instruction)
                .mapTo(Source.class)
                .findOne());
    }

    Source source(UUID instruction) {
        return sql.with(handle -> handle.createQuery(
                        "select source_kind as kind, source as id from bank.instruction where id = :id")
                .bind("id", instruction)
                .mapTo(Source.class)
                .one());
    }

    void match(UUID document, UUID instruction, LocalDate on, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into bank.match (id, document_id, instruction_id, automatic, matched_by, recorded_by)
                        values (gen_random_uuid(), :document, :instruction, false, :by, :change)""")
                .bind("document", document)
                .bind("instruction", instruction)
                .bind("by", by)
                .bind("change", change)
                .execute());
        state(instruction, "EXECUTED", on, change);
    }

    void undoMatch(UUID document, UUID instruction, String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update bank.match set undone_by = :change, reason = :reason where document_id = :document and undone_by is null""")
                .bind("document", document)
                .bind("reason", reason)
                .bind("change", change)
                .execute());
        state(instruction, "ISSUED", null, change);
    }

    private void state(UUID instruction, String state, @Nullable LocalDate on, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update bank.instruction
                           set state = :state, concluded_on = cast(:on as date), version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("id", instruction)
                .bind("state", state)
                .bind("on", on)
                .bind("change", change)
                .execute());
    }

    void assign(UUID document, Source to, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into bank.assignment (id, document_id, source_kind, source, assigned_by, recorded_by)
                        values (gen_random_uuid(), :document, :kind, :source, :by, :change)""")
                .bind("document", document)
                .bind("kind", to.kind())
                .bind("source", to.id())
                .bind("by", by)
                .bind("change", change)
                .execute());
    }

    void undoAssignment(UUID document, String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update bank.assignment set undone_by = :change, reason = :reason
                         where document_id = :document and undone_by is null""")
                .bind("document", document)
                .bind("reason", reason)
                .bind("change", change)
                .execute());
    }
}
