package ru.mos.clusters.ownership;

import static ru.mos.clusters.ownership.OwnershipProblem.IMPORT_EMPTY;
import static ru.mos.clusters.ownership.OwnershipProblem.IMPORT_FORMATS_MIXED;
import static ru.mos.clusters.ownership.OwnershipProblem.UPLOAD_NOT_OWNERSHIP;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.source.BodsFile;
import ru.mos.clusters.ownership.source.EgrulFile;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.LongTransaction;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.intake.Refusal;
import ru.mos.clusters.platform.intake.Upload;
import ru.mos.clusters.registry.release.ReleaseState;

/** Takes one upload in: reads its files, one broken file never stopping the others, and lets all of it take effect at once. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class ImportRun {

    /** A commit for each of thousands of small files would take longer than reading them. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Inject
    private ImportStore store;

    @Inject
    private LongTransaction transaction;

    @Inject
    private OwnershipMerge merge;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    @Inject
    private Event<OwnershipChanged> changed;

    private record Imported(OwnershipFormat format, String fileName, long extracts) {}

    /** A person wants it to stop. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super(null, null, false, false);
        }
    }

    /** None of its files can be taken in. */
    private static final class Nothing extends RuntimeException {
        final transient Refusal why;
        final transient List<ImportRemark> remarks;

        Nothing(Refusal why, List<ImportRemark> remarks) {
            super(null, null, false, false);
            this.why = why;
            this.remarks = remarks;
        }
    }

    void run(long id) {
        var row = store.row(id);
        if (row.recordedBy() == null && !store.completeAsSame(id)) {
            try (var upload = Upload.open(
                    store.fileOf(row),
                    row.fileName(),
                    Set.of(Upload.Form.XML, Upload.Form.JSON),
                    UPLOAD_NOT_OWNERSHIP)) {
                take(row, upload);
            } catch (Nothing nothing) {
                store.refuse(id, nothing.why, nothing.remarks);
                return;
            } catch (Refusal refused) {
                store.refuse(id, refused, List.of());
                return;
            } catch (Stopped stopped) {
                store.ended(id, ReleaseState.STOPPED);
                return;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        if (store.row(id).recordedBy() != null) {
            changed.fire(OwnershipChanged.byImport(id));
        }
        store.announced(id);
    }

    private void take(ImportStore.Row row, Upload upload) {
        var format = format(row, upload);
        store.inspected(row.id(), format, upload.parts().size());
        transaction.inOne(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", ImportStore.LOCK);
            var staging = new OwnershipStaging(handle, row.id());
            read(row, upload, format, staging);
            staging.flush();
            if (staging.accepted() == 0) {
                var why = staging.firstRefusal().orElseGet(() -> new Refusal(IMPORT_EMPTY, row.fileName()));
                throw new Nothing(why, staging.told());
            }
            long change = changes.recordBy(
                    row.uploadedBy(),
                    "OWNERSHIP_IMPORTED",
                    "OWNERSHIP_IMPORT",
                    Long.toString(row.id()),
                    null,
                    new Imported(format, row.fileName(), staging.accepted()));
            merge.merge(handle, row.id(), change, staging.accepted(), staging.rejected());
            return change;
        });
    }

    private static OwnershipFormat format(ImportStore.Row row, Upload upload) {
        var forms = upload.parts().stream().map(Upload.Part::form).collect(Collectors.toSet());
        if (forms.size() != 1
                || (forms.contains(Upload.Form.JSON) && upload.parts().size() > 1)) {
            throw new Refusal(IMPORT_FORMATS_MIXED, row.fileName());
        }
        return forms.contains(Upload.Form.JSON) ? OwnershipFormat.BODS : OwnershipFormat.EGRUL;
    }

    private void read(ImportStore.Row row, Upload upload, OwnershipFormat format, OwnershipStaging staging) {
        int files = 0;
        long told = System.nanoTime();
        var today = time.today();
        for (var part : upload.parts()) {
            staging.begin(part.name());
            try {
                read(upload, part, format, today, staging);
                staging.keep();
            } catch (Refusal refused) {
                staging.refuse(refused);
            } catch (IOException failure) {
                var refused = refusalBehind(failure);
                if (refused == null) {
                    throw new UncheckedIOException(failure);
                }
                staging.refuse(refused);
            }
            files++;
            if (files == upload.parts().size() || System.nanoTime() - told > BETWEEN_LOOKS.toNanos()) {
                if (store.progress(row.id(), files, staging.accepted() + staging.rejected(), staging.rejected())) {
                    throw new Stopped();
                }
                told = System.nanoTime();
            }
        }
    }

    private static void read(
            Upload upload, Upload.Part part, OwnershipFormat format, LocalDate today, OwnershipStaging staging)
            throws IOException {
        if (format == OwnershipFormat.BODS) {
            new BodsFile(part.name(), today, staging).read(() -> upload.stream(part.name()));
            return;
        }
        try (InputStream in = upload.stream(part.name())) {
            new EgrulFile(part.name(), today, staging).read(in);
        }
    }

    private static @Nullable Refusal refusalBehind(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Refusal refused) {
                return refused;
            }
        }
        return null;
    }
}
