package ru.mos.clusters.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.Comparator;

/**
 * A folder of documents, each under its own SHA-256 in a folder of the digest's first two digits. Documents are only
 * added, never changed: whatever a snapshot of the database speaks of lies here after the snapshot was taken.
 */
record DocumentStore(Path root) {

    private Path place(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Whether the document lies here with the bytes that its name promises. */
    boolean holds(String sha256) throws IOException {
        return Files.isRegularFile(place(sha256)) && sha256.equals(copy(sha256, OutputStream.nullOutputStream()));
    }

    /**
     * Copies a document from another folder.
     *
     * @return false: it is missing there, or its bytes are not those its name promises; then nothing is kept
     */
    boolean take(String sha256, DocumentStore from) throws IOException {
        if (!Files.isRegularFile(from.place(sha256))) {
            return false;
        }
        var place = place(sha256);
        var incoming = place.resolveSibling("incoming-" + sha256 + ".part");
        Files.createDirectories(place.getParent());
        try (var out = Files.newOutputStream(incoming)) {
            if (!sha256.equals(from.copy(sha256, out))) {
                Files.delete(incoming);
                return false;
            }
        }
        try (var written = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(incoming, place, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** Throws all documents away. */
    void empty() throws IOException {
        if (Files.exists(root)) {
            try (var all = Files.walk(root)) {
                for (var path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Copies the bytes and tells their digest. */
    private String copy(String sha256, OutputStream out) throws IOException {
        var digest = Digests.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(place(sha256)), digest)) {
            in.transferTo(out);
        }
        return Digests.hex(digest);
    }
}
