package ru.mos.clusters.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one installation: {@code postgresql} (the embedded database), {@code documents}, {@code server}. One
 * program at a time may start a database in it: a second one would stop the first one's as a left-over.
 */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private @Nullable FileChannel claim;

    public DataFolder(Path path) {
        this.path = path;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Makes it if there is none. @throws IllegalStateException when that cannot be, or nothing can be written there */
    public void make() {
        try {
            Files.createDirectories(path);
        } catch (IOException failure) {
            throw new IllegalStateException("the folder " + path + " cannot be made (" + failure + "). Set"
                    + " CLUSTERS_DATA_DIR to a folder of yours.");
        }
        if (!Files.isWritable(path) || !Files.isReadable(path) || !Files.isExecutable(path)) {
            throw new IllegalStateException("the folder " + path + " belongs to somebody else: "
                    + System.getProperty("user.name") + " cannot write there. Start as the user who made it, or set"
                    + " CLUSTERS_DATA_DIR to another folder.");
        }
    }

    /** Whether it is ours now; false: another program uses it. Ours until it is closed or the program ends. */
    public boolean claim() throws IOException {
        var file = FileChannel.open(path.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(file)) {
            file.close();
            return false;
        }
        claim = file;
        return true;
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException claimedInThisProgram) {
            return false;
        }
    }

    /** Whether an embedded database was made here. */
    public boolean hasDatabase() {
        return Files.exists(path.resolve("postgresql").resolve("PG_VERSION"));
    }

    /** Whether any document lies here. */
    public boolean hasDocuments() throws IOException {
        var documents = path.resolve("documents");
        if (!Files.exists(documents)) {
            return false;
        }
        try (var entries = Files.list(documents)) {
            return entries.findAny().isPresent();
        }
    }

    private Path unfinished() {
        return path.resolve("restore.unfinished");
    }

    /** What is restored here is not whole yet, and not to be started. */
    public void markUnfinished() throws IOException {
        Files.writeString(unfinished(), "A backup is being restored into this folder.\n");
    }

    /** What was restored here is whole. */
    public void markFinished() throws IOException {
        Files.deleteIfExists(unfinished());
    }

    /** Whether a restore into this folder was cut off. */
    boolean isUnfinished() {
        return Files.exists(unfinished());
    }

    @Override
    public void close() throws IOException {
        if (claim != null) {
            claim.close();
        }
    }
}
