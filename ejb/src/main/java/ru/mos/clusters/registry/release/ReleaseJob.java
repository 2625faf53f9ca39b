package ru.mos.clusters.registry.release;

import static ru.mos.clusters.registry.release.ReleaseProblem.UPLOAD_NOT_A_RELEASE;

import jakarta.annotation.Resource;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.intake.Refusal;
import ru.mos.clusters.platform.intake.Upload;

/** The steps of the batch job {@code release}. How far an import is stands in the database, not in these. */
final class ReleaseJob {

    private static final Logger LOG = Logger.getLogger(ReleaseJob.class.getName());
    private static final String GO_ON = "GO_ON";
    private static final String DONE = "DONE";

    private ReleaseJob() {}

    private static long release(JobContext job) {
        return Long.parseLong(job.getProperties().getProperty("release"));
    }

    private static Upload upload(ReleaseStore store, ReleaseStore.Row row) throws IOException {
        return Upload.open(store.fileOf(row), row.fileName(), Set.of(Upload.Form.XML), UPLOAD_NOT_A_RELEASE);
    }

    /** What is it, and can it be trusted at all? */
    @Named("releaseInspect")
    @Dependent
    public static class Inspect extends AbstractBatchlet {

        @Inject
        private JobContext job;

        @Inject
        private ReleaseStore store;

        @Override
        public String process() throws IOException {
            long id = release(job);
            var row = store.row(id);
            if (row.filesTotal() > 0 || row.recordedBy() != null) {
                return GO_ON;
            }
            if (store.completeAsSame(id)) {
                return DONE;
            }
            try (Upload upload = upload(store, row)) {
                store.inspected(id, Inspection.of(upload), upload.parts());
                return GO_ON;
            } catch (Refusal refused) {
                store.refuse(id, refused);
                return DONE;
            }
        }
    }

    /** Blocks of documents in the order of the files, read ahead by two workers. */
    @Named("releaseBlocks")
    @Dependent
    public static class Blocks extends AbstractItemReader {

        private static final int WORKERS = 2;

        @Inject
        private JobContext job;

        @Inject
        private ReleaseStore store;

        @Resource
        private ManagedThreadFactory threads;

        private @Nullable Upload upload;
        private @Nullable ExecutorService workers;
        private @Nullable BlockQueue queue;

        @Override
        public void open(@Nullable Serializable checkpoint) throws IOException {
            long id = release(job);
            var row = store.row(id);
            if (row.recordedBy() != null || row.state() != ReleaseState.RUNNING) {
                return;
            }
            var kind = Objects.requireNonNull(row.kind());
            var opened = upload(store, row);
            upload = opened;
            workers = Executors.newFixedThreadPool(WORKERS, threads);
            queue = new BlockQueue(
                    workers, store.rest(id), BlockQueue.of(opened, kind, id, Objects.requireNonNull(row.stateOn())));
        }

        @Override
        public @Nullable Object readItem() throws IOException, InterruptedException {
            try {
                return queue == null ? null : queue.next();
            } catch (Refusal refused) {
                store.refuse(release(job), refused);
                return null;
            }
        }

        @Override
        public void close() throws IOException {
            if (queue != null) {
                queue.close();
            }
            if (workers != null) {
                workers.shutdownNow();
            }
            if (upload != null) {
                upload.close();
            }
        }
    }

    /** Stores blocks, and with them, in the same transaction, how far the import is. */
    @Named("releaseStaging")
    @Dependent
    public static class Store extends AbstractItemWriter {

        @Inject
        private JobContext job;

        @Inject
        private Staging staging;

        @Override
        public void writeItems(List<Object> blocks) {
            staging.store(release(job), blocks.stream().map(Block.class::cast).toList());
        }
    }

    /** Lets the release take effect. */
    @Named("releaseMerge")
    @Dependent
    public static class Merge extends AbstractBatchlet {

        @Inject
        private JobContext job;

        @Inject
        private ReleaseStore store;

        @Inject
        private Merging merging;

        @Override
        public String process() throws Exception {
            long id = release(job);
            if (store.row(id).state() != ReleaseState.RUNNING) {
                return store.row(id).recordedBy() == null ? DONE : GO_ON;
            }
            store.phase(id, "MERGE");
            try {
                merging.merge(id);
                return GO_ON;
            } catch (Refusal refused) {
                store.refuse(id, refused);
                return DONE;
            }
        }
    }

    /** Makes search fast again after a first import, and tells those who judge by registry facts. */
    @Named("releaseAnnounce")
    @Dependent
    public static class Announce extends AbstractBatchlet {

        @Inject
        private JobContext job;

        @Inject
        private Merging merging;

        @Inject
        private Event<ReleaseMerged> merged;

        @Inject
        private ReleaseStore store;

        @Override
        public String process() {
            merging.indexForSearch();
            merged.fire(new ReleaseMerged(release(job)));
            store.announced(release(job));
            return DONE;
        }
    }

    /** Notes how the job ended, and calls for the next. */
    @Named("releaseEnd")
    @Dependent
    public static class End extends AbstractJobListener {

        @Inject
        private JobContext job;

        @Inject
        private ReleaseStore store;

        @Override
        public void afterJob() {
            try {
                if (job.getBatchStatus() == BatchStatus.STOPPING || job.getBatchStatus() == BatchStatus.STOPPED) {
                    store.stopped(release(job));
                } else if (job.getBatchStatus() == BatchStatus.FAILED) {
                    store.failed(release(job));
                    LOG.severe("Import of release " + release(job) + " failed; it will be tried again");
                }
            } catch (RuntimeException away) {
                LOG.log(Level.WARNING, "The end of import " + release(job) + " could not be noted yet", away);
            }
        }
    }
}
