package ru.mos.clusters.recipient;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.Documents.StoredFile;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.support.GrantRecords;

/**
 * Answers of the tax service to a file: under which number a support was taken, or that it was not. An answer is taken whole or not at all,
 * and the same twice changes nothing.
 */
@Stateless
@DenyAll
public class Answers {

    private static final long LARGEST = 512L * 1024 * 1024;

    @Inject
    private AnswerStore store;

    @Inject
    private BatchStore files;

    @Inject
    private Caller caller;

    @EJB
    private Batches batches;

    @Inject
    private GrantRecords records;

    @Inject
    private Documents documents;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    /** What the record of changes keeps of an answer; the file by its SHA-256. */
    record Taken(String fileName, int accepted, int refused, String sha256) {}

    /** In the order they came. @throws Problem {@code batch-unknown} */
    @RolesAllowed({DEPARTMENT, CHIEF, AUDITOR})
    public List<AnswerView> of(UUID batch) {
        batches.view(batch);
        return store.list(batch);
    }

    /**
     * Takes an answer to a file.
     *
     * @return the file as it stands now
     * @throws Problem {@code batch-unknown}, {@code transition-not-allowed}, {@code answer-of-another-batch}, {@code
     *     answer-document-unknown}, {@code answer-differs}, {@code answer-number-twice}, and what is wrong with the file, each with its line
     */
    @RolesAllowed(DEPARTMENT)
    public BatchView take(UUID batch, InputStream file, String fileName) {
        var stored = documents.store(file, LARGEST);
        var locked = files.lock(batch).orElseThrow(() -> new Problem(RecipientProblem.BATCH_UNKNOWN));
        if (store.isTaken(batch, stored.sha256())) {
            return batches.view(batch);
        }
        BatchLifecycle.TABLE.require(locked.state(), BatchAction.ANSWER, caller::hasRole);
        var answered = read(stored, fileName);
        var known = store.documents(batch);
        var numbers = new HashMap<UUID, String>();
        int accepted = 0;
        for (var one : answered) {
            var item = known.get(one.document());
            if (item == null) {
                throw store.isKnown(one.document())
                        ? new Problem(RecipientProblem.ANSWER_OF_ANOTHER_BATCH, one.line(), one.document())
                        : new Problem(RecipientProblem.ANSWER_DOCUMENT_UNKNOWN, one.line(), one.document());
            }
            item.requireSame(one);
            if (one.outcome() == ItemOutcome.ACCEPTED) {
                accepted++;
                numbers.put(item.record(), String.valueOf(one.number()));
            }
        }
        requireDifferent(answered);
        write(batch, answered, numbers, new Taken(fileName, accepted, answered.size() - accepted, stored.sha256()));
        return batches.view(batch);
    }

    private static List<AnsweredDocument> read(StoredFile stored, String fileName) {
        try (var bytes = Files.newInputStream(stored.path())) {
            return AnswerFile.read(fileName, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void requireDifferent(List<AnsweredDocument> answered) {
        var numbers = new HashSet<String>();
        for (var one : answered) {
            if (one.outcome() == ItemOutcome.ACCEPTED && !numbers.add(String.valueOf(one.number()))) {
                throw new Problem(RecipientProblem.ANSWER_NUMBER_TWICE, one.line(), String.valueOf(one.number()));
            }
        }
    }

    private void write(UUID batch, List<AnsweredDocument> answered, Map<UUID, String> numbers, Taken taken) {
        long change = changes.record("RECIPIENTS_ANSWERED", Batches.SUBJECT, batch.toString(), null, taken);
        store.write(answered);
        store.insert(batch, taken, change);
        records.number(numbers, change);
        store.follow(batch, change);
        store.settle(batch, change);
        var now = batches.view(batch);
        if (now.refused() > 0) {
            tasks.open(
                    Batches.REFUSED,
                    Doer.role(DEPARTMENT),
                    Batches.SUBJECT,
                    batch.toString(),
                    Map.of("number", now.number(), "refused", now.refused()),
                    null);
        }
    }
}
