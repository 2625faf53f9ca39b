package ru.mos.clusters.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** Answers and what they say of documents, as the database keeps them. */
@ApplicationScoped
class AnswerStore {

    private static final int AT_ONCE = 500;

    @Inject
    private Sql sql;

    /** A document of the file with what was answered of it so far, and the number its support bears already. */
    record Sent(
            UUID document,
            UUID record,
            @Nullable ItemOutcome outcome,
            @Nullable String number,
            @Nullable String registerNumber) {

        /** @throws Problem {@code answer-differs} from what was answered before, or from the number the support bears */
        void requireSame(AnsweredDocument answer) {
            boolean other = outcome != null && (outcome != answer.outcome() || !same(number, answer.number()));
            boolean renumbered = answer.outcome() == ItemOutcome.ACCEPTED
                    && registerNumber != null
                    && !registerNumber.equals(answer.number());
            if (other || renumbered) {
                throw new Problem(RecipientProblem.ANSWER_DIFFERS, answer.line(), answer.document());
            }
        }

        private boolean same(@Nullable String before, @Nullable String now) {
            return outcome == ItemOutcome.REFUSED || String.valueOf(before).equals(now);
        }
    }

    Map<UUID, Sent> documents(UUID batch) {
        return sql
                .with(handle -> handle.createQuery("""
                                select i.document_id as document, i.record_id as record, i.outcome, i.register_number as number, r.register_number
                                  from recipient.item i
                                  left join support.record r on r.id = i.record_id and r.superseded_by is null
                                 where i.batch_id = :batch""")
                        .bind("batch", batch)
                        .mapTo(Sent.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(Sent::document, Function.identity()));
    }

    boolean isKnown(UUID document) {
        return sql.with(
                handle -> handle.createQuery("select exists (select from recipient.item where document_id = :document)")
                        .bind("document", document)
                        .mapTo(Boolean.class)
                        .one());
    }

    boolean isTaken(UUID batch, String sha256) {
        return sql.with(handle -> handle.createQuery(
                        "select exists (select from recipient.answer where batch_id = :batch and sha256 = :sha256)")
                .bind("batch", batch)
                .bind("sha256", sha256)
                .mapTo(Boolean.class)
                .one());
    }

    void write(List<AnsweredDocument> answered) {
        sql.with(handle -> {
            var rows = handle.prepareBatch("""
                    update recipient.item set outcome = :outcome, register_number = :number where document_id = :document""");
            for (var one : answered) {
                rows.bind("outcome", one.outcome().name())
                        .bind("number", one.outcome() == ItemOutcome.ACCEPTED ? one.number() : null)
                        .bind("document", one.document())
                        .add();
                if (rows.size() == AT_ONCE) {
                    rows.execute();
                }
            }
            return rows.size() == 0 ? new int[0] : rows.execute();
        });
    }

    /** Numbering makes a record anew and changes nothing of what was sent: documents stand for it as it is now. */
    void follow(UUID batch, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update recipient.item i
                           set row_id = n.row_id
                          from support.record o, support.record n
                         where i.batch_id = :batch and i.outcome = 'ACCEPTED'
                           and o.row_id = i.row_id and o.superseded_by = :change
                           and n.id = o.id and n.recorded_by = :change and n.superseded_by is null""")
                .bind("batch", batch)
                .bind("change", change)
                .execute());
    }

    void insert(UUID batch, Answers.Taken taken, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into recipient.answer (id, batch_id, file_name, sha256, accepted, refused, recorded_by)
                        values (gen_random_uuid(), :batch, :fileName, :sha256, :accepted, :refused, :change)""")
                .bind("batch", batch)
                .bind("fileName", taken.fileName())
                .bind("sha256", taken.sha256())
                .bind("accepted", taken.accepted())
                .bind("refused", taken.refused())
                .bind("change", change)
                .execute());
    }

    /** A file of which every document is answered is answered. */
    void settle(UUID batch, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update recipient.batch b
                           set state = case when exists (select from recipient.item i where i.batch_id = b.id and i.outcome is null)
                                            then b.state else 'ANSWERED' end,
                               version = version + 1, changed_by = :change
                         where b.id = :batch""")
                .bind("batch", batch)
                .bind("change", change)
                .execute());
    }

    List<AnswerView> list(UUID batch) {
        return sql.with(handle -> handle.createQuery("""
                        select a.id, a.file_name, a.sha256, a.accepted, a.refused, c.actor as taken_by, c.at as taken_at
                          from recipient.answer a
                          join platform.change c on c.id = a.recorded_by
                         where a.batch_id = :batch
                         order by a.recorded_by
                         limit 1000""")
                .bind("batch", batch)
                .mapTo(AnswerView.class)
                .list());
    }
}
