package ru.mos.clusters.registry.release;

import static ru.mos.clusters.registry.release.ReleaseProblem.ARCHIVE_BROKEN;
import static ru.mos.clusters.registry.release.ReleaseProblem.ARCHIVE_CHECKSUM;
import static ru.mos.clusters.registry.release.ReleaseProblem.UPLOAD_EMPTY;
import static ru.mos.clusters.registry.release.ReleaseProblem.UPLOAD_NOT_A_RELEASE;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An uploaded release on disk: one XML file or an archive of them, checked before anything is unpacked. */
final class Upload implements AutoCloseable {

    /** One XML file of the upload. */
    record Part(String name, long size) {}

    private static final Charset OLD_NAMES = Charset.forName("IBM866");

    private final Path path;
    private final @Nullable ZipFile zip;
    private final List<Part> parts;

    private Upload(Path path, @Nullable ZipFile zip, List<Part> parts) {
        this.path = path;
        this.zip = zip;
        this.parts = parts;
    }

    /**
     * Tells from the first bytes what it is.
     *
     * @throws Refusal if it is neither, or an archive that must not be unpacked
     */
    static Upload open(Path path, String fileName) throws IOException {
        if (Files.size(path) == 0) {
            throw new Refusal(UPLOAD_EMPTY, fileName);
        }
        if (looksLikeZip(path)) {
            List<Part> parts = new ZipGuard(path, fileName).check();
            try {
                return new Upload(path, new ZipFile(path.toFile(), OLD_NAMES), parts);
            } catch (ZipException | EOFException broken) {
                throw new Refusal(ARCHIVE_BROKEN, fileName);
            }
        }
        if (!looksLikeXml(path)) {
            throw new Refusal(UPLOAD_NOT_A_RELEASE, fileName);
        }
        return new Upload(path, null, List.of(new Part(fileName, Files.size(path))));
    }

    private static boolean looksLikeZip(Path path) throws IOException {
        byte[] head = head(path);
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] < 9 && head[3] < 9;
    }

    /** White space and byte order marks aside, XML begins with {@code <}, in whatever encoding. */
    private static boolean looksLikeXml(Path path) throws IOException {
        for (byte b : head(path)) {
            if (b == '<') {
                return true;
            }
            if (b > ' ') {
                return false;
            }
        }
        return false;
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(64);
        }
    }

    /** By name, so that the order inside an archive never matters. */
    List<Part> parts() {
        return parts;
    }

    /** The part's bytes; what does not agree with the archive's directory is refused when read. */
    InputStream stream(String name) throws IOException {
        if (zip == null) {
            return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        }
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Refusal(ARCHIVE_BROKEN, name);
        }
        try {
            return new Verified(zip.getInputStream(entry), entry);
        } catch (ZipException | EOFException broken) {
            throw new Refusal(ARCHIVE_BROKEN, name);
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    /** Holds an entry to its declared size and checksum, which {@link ZipFile} itself does not. */
    private static final class Verified extends FilterInputStream {

        private final ZipEntry entry;
        private final CRC32 crc = new CRC32();
        private long count;

        Verified(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read;
            try {
                read = super.read(buffer, from, length);
            } catch (ZipException | EOFException broken) {
                throw refused();
            }
            if (read > 0) {
                crc.update(buffer, from, read);
                count += read;
            }
            if (count > entry.getSize()
                    || (read < 0 && (count != entry.getSize() || crc.getValue() != entry.getCrc()))) {
                throw refused();
            }
            return read;
        }

        private IOException refused() {
            return new IOException(new Refusal(ARCHIVE_CHECKSUM, entry.getName()));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
