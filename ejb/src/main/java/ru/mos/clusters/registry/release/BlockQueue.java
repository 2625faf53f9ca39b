package ru.mos.clusters.registry.release;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.intake.Refusal;
import ru.mos.clusters.platform.intake.Upload;

/**
 * Reads files in parallel, a few ahead of the taker, and hands out their blocks in the files' order. Each file ahead may
 * hold a few blocks, so memory grows neither with the number of files nor with the size of one.
 */
final class BlockQueue implements AutoCloseable {

    private static final int FILES_AHEAD = 6;
    private static final int BLOCKS_AHEAD = 3;

    /** Reads one file into a taker. */
    interface Read {
        void into(ReleaseStore.Rest file, ReleaseFile.Taker taker) throws IOException, InterruptedException;
    }

    private record Reading(BlockingQueue<Object> out, Future<?> task) {}

    private static final Object END = new Object();

    private final ExecutorService workers;
    private final Iterator<ReleaseStore.Rest> files;
    private final Read read;
    private final ArrayDeque<Reading> ahead = new ArrayDeque<>();

    BlockQueue(ExecutorService workers, List<ReleaseStore.Rest> files, Read read) {
        this.workers = workers;
        this.files = files.iterator();
        this.read = read;
    }

    /** The next block; null at the end. @throws Refusal if its file cannot be trusted */
    @Nullable
    Block next() throws InterruptedException, IOException {
        while (true) {
            while (ahead.size() < FILES_AHEAD && files.hasNext()) {
                start(files.next());
            }
            Reading first = ahead.peek();
            if (first == null) {
                return null;
            }
            Object taken = first.out.take();
            if (taken instanceof Block block) {
                return block;
            }
            ahead.remove();
            if (taken instanceof Refusal refused) {
                throw refused;
            }
            if (taken instanceof Throwable failure) {
                throw new IOException("a file of the release could not be read", failure);
            }
        }
    }

    private void start(ReleaseStore.Rest file) {
        BlockingQueue<Object> out = new LinkedBlockingQueue<>(BLOCKS_AHEAD);
        ahead.add(new Reading(out, workers.submit(() -> {
            Object end = END;
            try {
                read.into(file, block -> {
                    if (block.number() >= file.blocks()) {
                        out.put(block);
                    }
                });
            } catch (InterruptedException closed) {
                return;
            } catch (IOException | RuntimeException | Error failure) {
                end = failure;
            }
            try {
                out.put(end);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        })));
    }

    @Override
    public void close() {
        for (Reading reading : ahead) {
            reading.task.cancel(true);
        }
        ahead.clear();
    }

    /** Opens a file of the upload and reads it. */
    static Read of(Upload upload, ReleaseKind kind, long release, java.time.LocalDate stateOn) {
        return (file, taker) -> {
            try (InputStream in = upload.stream(file.name())) {
                new ReleaseFile(file.name(), kind, new Expected(release, file.seq(), stateOn), taker).read(in);
            }
        };
    }
}
