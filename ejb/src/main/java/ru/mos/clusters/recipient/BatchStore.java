package ru.mos.clusters.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Documents.StoredFile;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.registry.SubjectName;

/** Files, what they hold, what was held back, and answers, as the database keeps them. */
@ApplicationScoped
class BatchStore {

    /** Two people who prepare at once would send the same twice. */
    private static final long LOCK = 0x5250_4249L;

    private static final int AT_ONCE = 500;

    private static final String BATCHES = """
            select b.*,
                   (select count(*) from recipient.item i where i.batch_id = b.id and i.outcome = 'ACCEPTED') as accepted,
                   (select count(*) from recipient.item i where i.batch_id = b.id and i.outcome = 'REFUSED') as refused,
                   array[]::text[] as actions
              from recipient.batch b
            """;

    @Inject
    private Sql sql;

    /** How many records went into a file, and how many of the others somebody can do something about. */
    record Composed(int documents, int held, int mendable) {}

    void lock() {
        sql.with(handle -> handle.execute("select pg_advisory_xact_lock(?)", LOCK));
    }

    List<BatchView> list(@Nullable Long before, int most) {
        return sql.with(handle -> handle.createQuery(BATCHES + """
                         where cast(:before as bigint) is null or b.number < :before
                         order by b.number desc limit :most""")
                .bind("before", before)
                .bind("most", most)
                .mapTo(BatchView.class)
                .list());
    }

    long count() {
        return sql.with(handle -> handle.createQuery("select count(*) from recipient.batch")
                .mapTo(Long.class)
                .one());
    }

    Optional<BatchView> find(UUID id) {
        return sql.with(handle -> handle.createQuery(BATCHES + " where b.id = :id")
                .bind("id", id)
                .mapTo(BatchView.class)
                .findOne());
    }

    Optional<BatchView> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select 1 from recipient.batch where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    /** Whether a file waits to be let go. */
    boolean isPrepared() {
        return sql.with(
                handle -> handle.createQuery("select exists (select from recipient.batch where state = 'PREPARED')")
                        .mapTo(Boolean.class)
                        .one());
    }

    String formatVersion(LocalDate on) {
        return sql.with(handle -> handle.createQuery("select support.parameter_on('EXPORT_FORMAT', :on)")
                .bind("on", on)
                .mapTo(String.class)
                .one());
    }

    void insert(UUID id, LocalDate on, String format, String fileName, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into recipient.batch (id, state, composed_on, format_version, file_name, documents, held, prepared_by,
                               recorded_by, changed_by)
                        values (:id, 'PREPARED', :on, :format, :fileName, 0, 0, :by, :change, :change)""")
                .bind("id", id)
                .bind("on", on)
                .bind("format", format)
                .bind("fileName", fileName)
                .bind("by", by)
                .bind("change", change)
                .execute());
    }

    /** Puts every record that was not sent as it stands into the file or among those held back; what is final is told once. */
    Composed compose(UUID batch) {
        return sql.with(handle -> {
            var items = handle.prepareBatch("""
                    insert into recipient.item (batch_id, position, document_id, record_id, row_id, action, inn, ogrn, name, subject, category,
                           form_code, kind_code, facts, stopped_on, violations)
                    values (:batch, :position, gen_random_uuid(), :record, :row, :action, :inn, :ogrn, :name, :subject, :category,
                            :formCode, :kindCode, :facts, cast(:stoppedOn as date), :violations)""");
            var held = handle.prepareBatch("""
                    insert into recipient.held (batch_id, position, record_id, row_id, reason)
                    values (:batch, :position, :record, :row, :reason)""");
            int documents = 0;
            int kept = 0;
            int mendable = 0;
            try (var rows = handle
                    .createQuery(sql.file(BatchStore.class, "Candidates"))
                    .setFetchSize(AT_ONCE)
                    .mapTo(Candidate.class)
                    .stream()) {
                for (var candidates = rows.iterator(); candidates.hasNext(); ) {
                    var one = candidates.next();
                    var reason = one.hold();
                    if (reason == null) {
                        documents++;
                        add(items, batch, documents, one);
                    } else if (reason.isMendable() || reason != one.heldFor()) {
                        kept++;
                        mendable += reason.isMendable() ? 1 : 0;
                        add(held, batch, kept, one, reason);
                    }
                }
            }
            flush(items);
            flush(held);
            return new Composed(documents, kept, mendable);
        });
    }

    private static void add(PreparedBatch items, UUID batch, int position, Candidate one) {
        items.bind("batch", batch)
                .bind("position", position)
                .bind("record", one.recordId())
                .bind("row", one.rowId())
                .bind("action", one.action().name())
                .bind("inn", one.inn())
                .bind("ogrn", one.ogrn())
                .bind("name", one.name())
                .bind("subject", one.subject().name())
                .bind("category", one.recipientCategory().name())
                .bind("formCode", one.formCode())
                .bind("kindCode", one.kindCode())
                .bind("facts", one.facts())
                .bind("stoppedOn", one.stoppedOn())
                .bind("violations", one.violations())
                .add();
        if (items.size() == AT_ONCE) {
            items.execute();
        }
    }

    private static void add(PreparedBatch held, UUID batch, int position, Candidate one, HoldReason reason) {
        held.bind("batch", batch)
                .bind("position", position)
                .bind("record", one.recordId())
                .bind("row", one.rowId())
                .bind("reason", reason.name())
                .add();
        if (held.size() == AT_ONCE) {
            held.execute();
        }
    }

    private static void flush(PreparedBatch rows) {
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    void composed(UUID id, Composed composed, @Nullable StoredFile file) {
        sql.with(handle -> handle.createUpdate("""
                        update recipient.batch
                           set documents = :documents, held = :held, sha256 = :sha256, size = :size,
                               state = case when :documents = 0 then 'HELD_ONLY' else state end
                         where id = :id""")
                .bind("documents", composed.documents())
                .bind("held", composed.held())
                .bind("sha256", file == null ? null : file.sha256())
                .bind("size", file == null ? null : file.size())
                .bind("id", id)
                .execute());
    }

    /** Hands over each document of a file in its order; never all at once. */
    void sent(UUID batch, Consumer<SentSupport> taker) {
        sql.with(handle -> {
            try (var rows = handle
                    .createQuery(sql.file(BatchStore.class, "Sent"))
                    .bind("batch", batch)
                    .setFetchSize(AT_ONCE)
                    .mapTo(SentSupport.class)
                    .stream()) {
                rows.forEach(taker);
            }
            return batch;
        });
    }

    void released(UUID id, String by, LocalDate on, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update recipient.batch
                           set state = 'RELEASED', released_by = :by, released_on = :on, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("by", by)
                .bind("on", on)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    void cancelled(UUID id, String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update recipient.batch
                           set state = 'CANCELLED', reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    List<ItemView> items(UUID batch, int after, int most) {
        return sql.with(handle -> handle.createQuery("""
                        select i.position, i.document_id, i.record_id, i.action, i.subject, i.category, i.inn, i.name,
                               r.form, r.kind, i.form_code, i.kind_code, r.decided_on, r.size, r.unit, i.outcome, i.register_number
                          from recipient.item i
                          join support.record r on r.row_id = i.row_id
                         where i.batch_id = :batch and i.position > :after
                         order by i.position limit :most""")
                .bind("batch", batch)
                .bind("after", after)
                .bind("most", most)
                .mapTo(ItemView.class)
                .map(one -> new ItemView(
                        one.position(),
                        one.documentId(),
                        one.recordId(),
                        one.action(),
                        one.subject(),
                        one.category(),
                        one.inn(),
                        SubjectName.shown(one.name(), one.inn()),
                        one.form(),
                        one.kind(),
                        one.formCode(),
                        one.kindCode(),
                        one.decidedOn(),
                        one.size(),
                        one.unit(),
                        one.outcome(),
                        one.registerNumber()))
                .list());
    }

    List<HeldView> held(UUID batch, int after, int most) {
        return sql.with(handle -> handle.createQuery("""
                        select h.position, h.record_id, h.reason, r.inn, coalesce(r.name, e.name) as name, r.form, r.kind, r.decided_on, r.size,
                               r.unit
                          from recipient.held h
                          join support.record r on r.row_id = h.row_id
                          left join registry.entity e on e.inn = r.inn
                         where h.batch_id = :batch and h.position > :after
                         order by h.position limit :most""")
                .bind("batch", batch)
                .bind("after", after)
                .bind("most", most)
                .mapTo(HeldView.class)
                .map(one -> new HeldView(
                        one.position(),
                        one.recordId(),
                        one.reason(),
                        one.inn(),
                        SubjectName.shown(one.name(), one.inn()),
                        one.form(),
                        one.kind(),
                        one.decidedOn(),
                        one.size(),
                        one.unit()))
                .list());
    }

    /** Files with a refused document that still counts and was neither sent again nor held back since. */
    List<UUID> withRefused() {
        return sql.with(handle -> handle.createQuery("""
                        select distinct i.batch_id
                          from recipient.item i
                          join recipient.batch b on b.id = i.batch_id
                         where i.outcome = 'REFUSED'
                           and not exists (select from recipient.item n
                                             join recipient.batch l on l.id = n.batch_id
                                            where n.record_id = i.record_id and l.number > b.number and l.state in ('RELEASED', 'ANSWERED'))
                           and not exists (select from recipient.held h
                                             join recipient.batch l on l.id = h.batch_id
                                            where h.record_id = i.record_id and l.number > b.number
                                              and l.state in ('RELEASED', 'ANSWERED', 'HELD_ONLY'))
                           and exists (select from support.record r where r.id = i.record_id and r.superseded_by is null)""").mapTo(UUID.class).list());
    }

    /** A month of which records wait that were neither sent nor held back, and how many. */
    record Waiting(LocalDate month, int records) {}

    List<Waiting> waiting() {
        return sql.with(handle -> handle.createQuery(
                        "select month, count(*) as records from recipient.unsent where held_for is null group by month order by month")
                .mapTo(Waiting.class)
                .list());
    }

    /** Whether the tax service was told everything as it stands. */
    boolean isNothingUnsent() {
        return sql.with(handle -> handle.createQuery("select not exists (select from recipient.unsent)")
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether every document of a file still tells what the register does. */
    boolean isUpToDate(UUID batch) {
        return sql.with(handle -> handle.createQuery("""
                        select not exists (
                               select from recipient.item i
                                 join support.record o on o.row_id = i.row_id
                                where i.batch_id = :batch
                                  and not exists (select from support.record r
                                                   where r.id = i.record_id and r.superseded_by is null
                                                     and r.register_number is not distinct from o.register_number
                                                     and (r.row_id = i.row_id
                                                          or (recipient.facts(r) = i.facts
                                                              and r.stopped_on is not distinct from i.stopped_on))
                                                     and recipient.violations(r.id) = i.violations))""")
                .bind("batch", batch)
                .mapTo(Boolean.class)
                .one());
    }

    /** Files with an open task of a kind. */
    List<UUID> withTask(String kind) {
        return sql.with(handle ->
                handle.createQuery("""
                        select cast(t.subject as uuid)
                          from platform.task t
                         where t.kind = :kind and t.subject_kind = 'RECIPIENT_BATCH' and t.closed_by is null""").bind("kind", kind).mapTo(UUID.class).list());
    }
}
