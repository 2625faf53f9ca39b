package ru.mos.clusters.platform.intake;

import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_BROKEN;
import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_CHECKSUM;
import static ru.mos.clusters.platform.intake.IntakeProblem.UPLOAD_EMPTY;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemCode;

/** An uploaded file on disk: one XML or JSON file or an archive of them, checked before anything is unpacked. */
public final class Upload implements AutoCloseable {

    /** How a file is written, as its first bytes or, in an archive, the end of its name say. */
    public enum Form {
        XML,
        JSON
    }

    /** One file of the upload. */
    public record Part(String name, long size, Form form) {}

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
     * @param forms that may be uploaded
     * @param otherwise why anything else is refused; its text is told the file's name
     * @throws Refusal if it is none of them, or an archive that must not be unpacked
     */
    public static Upload open(Path path, String fileName, Set<Form> forms, ProblemCode otherwise) throws IOException {
        if (Files.size(path) == 0) {
            throw new Refusal(UPLOAD_EMPTY, fileName);
        }
        byte[] head = head(path);
        if (looksLikeZip(head)) {
            Set<String> endings = forms.stream()
                    .map(form -> form.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
            List<Part> parts = new ZipGuard(path, fileName, endings).check();
            try {
                return new Upload(path, new ZipFile(path.toFile(), OLD_NAMES), parts);
            } catch (ZipException | EOFException broken) {
                throw new Refusal(ARCHIVE_BROKEN, fileName);
            }
        }
        Form form = form(head);
        if (form == null || !forms.contains(form)) {
            throw new Refusal(otherwise, fileName);
        }
        return new Upload(path, null, List.of(new Part(fileName, Files.size(path), form)));
    }

    private static boolean looksLikeZip(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] < 9 && head[3] < 9;
    }

    /** White space and byte order marks aside, XML begins with {@code <}, JSON with a bracket, in whatever encoding. */
    private static @Nullable Form form(byte[] head) {
        for (byte b : head) {
            if (b == '<') {
                return Form.XML;
            }
            if (b == '[' || b == '{') {
                return Form.JSON;
            }
            if (b > ' ') {
                return null;
            }
        }
        return null;
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(64);
        }
    }

    /** By name, so that the order inside an archive never matters. */
    public List<Part> parts() {
        return parts;
    }

    /** The part's bytes; what does not agree with the archive's directory is refused when read. */
    public InputStream stream(String name) throws IOException {
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
