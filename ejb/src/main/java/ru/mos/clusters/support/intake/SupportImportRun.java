package ru.mos.clusters.support.intake;

import static ru.mos.clusters.support.SupportProblem.SUPPORT_IMPORT_EMPTY;
import static ru.mos.clusters.support.SupportProblem.SUPPORT_UPLOAD_UNREADABLE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.LongTransaction;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.intake.Refusal;
import ru.mos.clusters.platform.intake.Upload;
import ru.mos.clusters.registry.release.ReleaseState;

/** Takes one upload in: all of its files or none, taking effect at once. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class SupportImportRun {

    /** A commit for each of thousands of small files would take longer than reading them. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Inject
    private SupportImportStore store;

    @Inject
    private LongTransaction transaction;

    @Inject
    private SupportMerge merge;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    private record Imported(String fileName, LocalDate stateOn, long records) {}

    /** A person wants it to stop. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super(null, null, false, false);
        }
    }

    void run(long id) {
        var row = store.row(id);
        if (row.recordedBy() != null || store.completeAsSame(id)) {
            return;
        }
        try (var upload =
                Upload.open(store.fileOf(row), row.fileName(), Set.of(Upload.Form.XML), SUPPORT_UPLOAD_UNREADABLE)) {
            take(row, upload);
        } catch (Refusal refused) {
            store.refuse(id, refused);
        } catch (Stopped stopped) {
            store.ended(id, ReleaseState.STOPPED);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void take(SupportImportStore.Row row, Upload upload) {
        store.inspected(row.id(), upload.parts().size());
        var versions = new TreeSet<String>();
        transaction.inOne(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", SupportImportStore.LOCK);
            var staging = new SupportStaging(handle, row.id());
            read(row.id(), upload, staging, versions);
            staging.flush();
            if (staging.accepted() == 0) {
                throw new Refusal(SUPPORT_IMPORT_EMPTY, row.fileName());
            }
            var stateOn = merge.stateOn(handle, row.fileName(), time.today());
            merge.requireWhole(handle, row, stateOn, staging.accepted() + staging.rejected());
            long change = changes.recordBy(
                    row.uploadedBy(),
                    "SUPPORT_IMPORTED",
                    SupportImportStore.SUBJECT,
                    Long.toString(row.id()),
                    null,
                    new Imported(row.fileName(), stateOn, staging.accepted()));
            merge.merge(handle, row.id(), stateOn, versions, change, staging);
            return change;
        });
    }

    private void read(long id, Upload upload, SupportStaging staging, Set<String> versions) {
        int files = 0;
        long told = System.nanoTime();
        for (var part : upload.parts()) {
            staging.begin(part.name());
            var file = new RecipientsFile(part.name(), staging);
            try (InputStream in = upload.stream(part.name())) {
                file.read(in);
            } catch (IOException failure) {
                throw refusalBehind(failure);
            }
            if (file.version() != null) {
                versions.add(file.version());
            }
            files++;
            if (files == upload.parts().size() || System.nanoTime() - told > BETWEEN_LOOKS.toNanos()) {
                if (store.progress(id, files, staging.accepted() + staging.rejected(), staging.rejected())) {
                    throw new Stopped();
                }
                told = System.nanoTime();
            }
        }
    }

    /** What the archive says of an entry arrives as the cause of the stream's failure. */
    private static RuntimeException refusalBehind(IOException failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Refusal refused) {
                return refused;
            }
        }
        return new UncheckedIOException(failure);
    }
}
