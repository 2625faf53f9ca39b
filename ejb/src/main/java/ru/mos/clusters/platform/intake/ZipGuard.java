package ru.mos.clusters.platform.intake;

import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_BOMB;
import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_BROKEN;
import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_EMPTY;
import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_ENCRYPTED;
import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_FOREIGN_FILE;
import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_LINK;
import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_NAME_TWICE;
import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_NESTED;
import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_PATH;
import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_TOO_LARGE;
import static ru.mos.clusters.platform.intake.IntakeProblem.ARCHIVE_TOO_MANY_FILES;
import static ru.mos.clusters.platform.intake.IntakeProblem.XML_EMPTY;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads an archive's directory, and nothing else of it, to say whether it may be unpacked. Real releases hold some 7 000
 * files of up to 4 MB, compressed about 10 : 1.
 */
final class ZipGuard {

    static final int MOST_FILES = 50_000;
    static final long MOST_BYTES = 200L << 30;
    /** Deflate reaches 1032; XML of this kind 10, monotonous test data 60. */
    static final long MOST_RATIO = 200;

    private static final long SMALL = 1 << 20;
    private static final long MOST_DIRECTORY_BYTES = 64 << 20;
    private static final int END_SIZE = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int LOCATOR64_SIGNATURE = 0x07064b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int UNIX = 3;
    private static final int SYMBOLIC_LINK = 0xA;
    private static final Set<String> ARCHIVES =
            Set.of("zip", "gz", "tgz", "bz2", "xz", "7z", "rar", "tar", "jar", "zst", "lz4", "cab", "arj");

    private final Path path;
    private final String fileName;
    private final Set<String> endings;
    private final Set<String> names = new HashSet<>();
    private final TreeSet<Upload.Part> parts = new TreeSet<>(Comparator.comparing(Upload.Part::name));
    private long total;

    /**
     * @param fileName of the upload, as its sender calls it
     * @param endings of the names an entry may have, in lower case
     */
    ZipGuard(Path path, String fileName, Set<String> endings) {
        this.endings = endings;
        this.path = path;
        this.fileName = fileName;
    }

    /** The files of the archive by name. @throws Refusal if it must not be unpacked */
    List<Upload.Part> check() throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            ByteBuffer directory = directory(file);
            while (directory.remaining() >= 46 && directory.getInt(directory.position()) == ENTRY_SIGNATURE) {
                entry(directory);
            }
            if (directory.hasRemaining()) {
                throw new Refusal(ARCHIVE_BROKEN, fileName);
            }
            if (parts.isEmpty()) {
                throw new Refusal(ARCHIVE_EMPTY);
            }
            // entries that overlap each other each look modest
            if (total > SMALL && total / MOST_RATIO > file.length()) {
                throw new Refusal(ARCHIVE_BOMB, fileName, Long.toString(total / file.length()));
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException | java.nio.BufferUnderflowException beyond) {
            throw new Refusal(ARCHIVE_BROKEN, fileName);
        }
        return List.copyOf(parts);
    }

    private ByteBuffer directory(RandomAccessFile file) throws IOException {
        int tail = (int) Math.min(file.length(), END_SIZE + 65_535 + 20);
        ByteBuffer end = read(file, file.length() - tail, tail);
        int at = tail - END_SIZE;
        while (at >= 0 && end.getInt(at) != END_SIGNATURE) {
            at--;
        }
        if (at < 0) {
            throw new Refusal(ARCHIVE_BROKEN, fileName);
        }
        long entries = Short.toUnsignedLong(end.getShort(at + 10));
        long size = Integer.toUnsignedLong(end.getInt(at + 12));
        long offset = Integer.toUnsignedLong(end.getInt(at + 16));
        if (at >= 20 && end.getInt(at - 20) == LOCATOR64_SIGNATURE) {
            ByteBuffer end64 = read(file, end.getLong(at - 20 + 8), 56);
            if (end64.getInt(0) != END64_SIGNATURE) {
                throw new Refusal(ARCHIVE_BROKEN, fileName);
            }
            entries = end64.getLong(32);
            size = end64.getLong(40);
            offset = end64.getLong(48);
        }
        if (entries < 0 || entries > MOST_FILES || size < 0 || size > MOST_DIRECTORY_BYTES) {
            throw new Refusal(ARCHIVE_TOO_MANY_FILES, Long.toString(entries), Integer.toString(MOST_FILES));
        }
        return read(file, offset, (int) size);
    }

    private ByteBuffer read(RandomAccessFile file, long offset, int size) throws IOException {
        if (offset < 0 || size < 0 || offset + size > file.length()) {
            throw new Refusal(ARCHIVE_BROKEN, fileName);
        }
        var bytes = new byte[size];
        file.seek(offset);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void entry(ByteBuffer directory) {
        int at = directory.position();
        int madeBy = directory.get(at + 5);
        int flags = directory.getShort(at + 8);
        long packed = Integer.toUnsignedLong(directory.getInt(at + 20));
        long size = Integer.toUnsignedLong(directory.getInt(at + 24));
        int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(directory.getShort(at + 30));
        int commentLength = Short.toUnsignedInt(directory.getShort(at + 32));
        int mode = directory.getInt(at + 38) >>> 16;
        var raw = new byte[nameLength];
        directory.get(at + 46, raw);
        boolean utf8 = (flags & 0x800) != 0;
        String name = new String(raw, utf8 ? StandardCharsets.UTF_8 : Charset.forName("IBM866"));
        long[] sizes = sizes64(directory, at + 46 + nameLength, extraLength, size, packed);
        directory.position(at + 46 + nameLength + extraLength + commentLength);

        if (madeBy == UNIX && mode >>> 12 == SYMBOLIC_LINK) {
            throw new Refusal(ARCHIVE_LINK, name);
        }
        if ((flags & 1) != 0) {
            throw new Refusal(ARCHIVE_ENCRYPTED, name);
        }
        judge(name, sizes[0], sizes[1]);
    }

    /** Sizes of more than 4 GB stand in an extra field. */
    private static long[] sizes64(ByteBuffer directory, int from, int length, long size, long packed) {
        long[] sizes = {size, packed};
        for (int at = from; at + 4 <= from + length; ) {
            int id = directory.getShort(at);
            int end = at + 4 + Short.toUnsignedInt(directory.getShort(at + 2));
            int value = at + 4;
            for (int i = 0; id == 1 && i < 2; i++) {
                if (sizes[i] == 0xffffffffL && value + 8 <= end) {
                    sizes[i] = directory.getLong(value);
                    value += 8;
                }
            }
            at = end;
        }
        return sizes;
    }

    private void judge(String name, long size, long packed) {
        requirePlain(name);
        if (!names.add(name)) {
            throw new Refusal(ARCHIVE_NAME_TWICE, name);
        }
        if (name.endsWith("/") && size == 0) {
            return;
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ARCHIVES.contains(ending)) {
            throw new Refusal(ARCHIVE_NESTED, name);
        }
        if (!endings.contains(ending)) {
            throw new Refusal(ARCHIVE_FOREIGN_FILE, name);
        }
        total += size;
        if (size < 0 || packed < 0 || total < 0 || total > MOST_BYTES) {
            throw new Refusal(ARCHIVE_TOO_LARGE, name, Long.toString(MOST_BYTES >> 30));
        }
        if (size > SMALL && size / MOST_RATIO > packed) {
            throw new Refusal(ARCHIVE_BOMB, name, Long.toString(size / Math.max(1, packed)));
        }
        if (size == 0) {
            throw new Refusal(XML_EMPTY, name);
        }
        parts.add(new Upload.Part(name, size, ending.equals("json") ? Upload.Form.JSON : Upload.Form.XML));
    }

    private static void requirePlain(String name) {
        boolean plain = !name.isEmpty()
                && name.length() <= 300
                && !name.startsWith("/")
                && name.indexOf('\\') < 0
                && name.indexOf(':') < 0
                && name.chars().noneMatch(c -> c < ' ' || c == 0x7f)
                && List.of(name.split("/", -1)).stream().noneMatch(step -> step.equals("..") || step.equals("."));
        if (!plain) {
            String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
            throw new Refusal(ARCHIVE_PATH, shown.replaceAll("\\p{Cntrl}", "?"));
        }
    }
}
