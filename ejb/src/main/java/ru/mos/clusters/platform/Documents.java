package ru.mos.clusters.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Files as they came, kept outside of the web root under their SHA-256 and never executed. The same bytes are kept once.
 * Memory does not grow with the file.
 */
@ApplicationScoped
public class Documents {

    @Inject
    private Sql sql;

    private final Path root = dataDirectory().resolve("documents");

    /** Where everything but the database lies: as the server is told, as the environment says, or with the server's data. */
    private static Path dataDirectory() {
        var told = System.getProperty("clusters.data.dir", System.getenv().getOrDefault("CLUSTERS_DATA_DIR", ""));
        return told.isBlank()
                ? Path.of(System.getProperty("jboss.server.data.dir", "data"), "clusters")
                : Path.of(told).toAbsolutePath();
    }

    /** A file in the store. */
    public record StoredFile(String sha256, long size, Path path) {}

    /**
     * Takes in all the bytes of the stream.
     *
     * @param most the largest size taken, in bytes
     * @throws Problem {@code body-too-large}, {@code document-empty}; nothing is kept then
     */
    public StoredFile store(InputStream bytes, long most) {
        return store(bytes, most, incoming -> {});
    }

    /**
     * The same for files that must be looked at first.
     *
     * @param inspection throws a {@link Problem} on a file that is not to be kept
     */
    public StoredFile store(InputStream bytes, long most, Consumer<Path> inspection) {
        try {
            Files.createDirectories(root);
            var incoming = Files.createTempFile(root, "incoming-", ".part");
            try {
                var digest = sha256();
                long size = copy(new DigestInputStream(bytes, digest), incoming, most);
                if (size == 0) {
                    throw new Problem(PlatformProblem.DOCUMENT_EMPTY);
                }
                inspection.accept(incoming);
                var name = HexFormat.of().formatHex(digest.digest());
                var place = path(name);
                Files.createDirectories(place.getParent());
                if (!Files.exists(place)) {
                    moveInto(incoming, place);
                }
                return new StoredFile(name, size, place);
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Notes what a file in the store is.
     *
     * @return id of the document, for facts to point to
     */
    public UUID register(StoredFile file, FileType type, String fileName, long change) {
        var id = UUID.randomUUID();
        sql.with(handle -> handle.createUpdate("""
                        insert into platform.document (id, sha256, size, media_type, file_name, recorded_by)
                        values (:id, :sha256, :size, :mediaType, :fileName, :change)""")
                .bind("id", id)
                .bind("sha256", file.sha256())
                .bind("size", file.size())
                .bind("mediaType", type.mediaType())
                .bind("fileName", type.nameOf(fileName))
                .bind("change", change)
                .execute());
        return id;
    }

    /** Where the bytes with this digest lie. */
    public Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static long copy(InputStream in, Path to, long most) throws IOException {
        long size = 0;
        try (var out = Files.newOutputStream(to)) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new Problem(PlatformProblem.BODY_TOO_LARGE, most / (1024 * 1024));
                }
                out.write(buffer, 0, read);
            }
        }
        return size;
    }

    private static void moveInto(Path incoming, Path place) throws IOException {
        try (var channel = java.nio.channels.FileChannel.open(incoming, java.nio.file.StandardOpenOption.WRITE)) {
            channel.force(true); // the database row that names the file must not outlive it in a power cut
        }
        try {
            Files.move(incoming, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException sameBytes) {
            Files.deleteIfExists(incoming);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
