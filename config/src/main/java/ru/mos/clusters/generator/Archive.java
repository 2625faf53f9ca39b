package ru.mos.clusters.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;

/** A zip archive of packed entries, in the plain form without the extensions for more than 4 GB or 65 535 entries. */
final class Archive {
    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int ENCRYPTED = 1;
    private static final int NAMES_IN_UTF_8 = 1 << 11;
    private static final int DEFLATED = 8;
    /** Made on a Unix, so that the mode of an entry counts. */
    private static final int MADE_ON_UNIX = (3 << 8) | 20;

    private final OutputStream out;
    private final LocalDate date;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long offset;
    private int entries;

    /** Does not close {@code out}. */
    Archive(OutputStream out, LocalDate date) {
        this.out = out;
        this.date = date;
    }

    /** @throws IOException also when the archive outgrows its form */
    void add(Packed entry) throws IOException {
        byte[] name = entry.name.getBytes(UTF_8);
        if (offset + entry.compressed.length + 1024 > 0xFFFF_FFFFL || entries == 0xFFFF) {
            throw new IOException("An archive holds at most 4 GB in 65 535 files: ask for fewer records");
        }
        directory.writeBytes(bytes(46 + name.length)
                .putInt(CENTRAL)
                .putShort((short) MADE_ON_UNIX)
                .put(common(entry, name))
                .putShort((short) 0) // comment
                .putShort((short) 0) // disk
                .putShort((short) 0) // internal attributes
                .putInt(entry.mode << 16)
                .putInt((int) offset)
                .put(name)
                .array());
        write(bytes(30 + name.length)
                .putInt(LOCAL)
                .put(common(entry, name))
                .put(name)
                .array());
        write(entry.compressed);
        entries++;
    }

    /** Writes the directory, without which it is no archive. */
    void finish() throws IOException {
        long start = offset;
        write(directory.toByteArray());
        write(bytes(22)
                .putInt(END)
                .putInt(0) // disks
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt(directory.size())
                .putInt((int) start)
                .putShort((short) 0) // comment
                .array());
    }

    /** The 26 bytes that stand alike before an entry and in the directory. */
    private byte[] common(Packed entry, byte[] name) {
        return bytes(26)
                .putShort((short) 20)
                .putShort((short) (NAMES_IN_UTF_8 | (entry.encrypted ? ENCRYPTED : 0)))
                .putShort((short) DEFLATED)
                .putShort((short) 0) // midnight
                .putShort((short) (((date.getYear() - 1980) << 9) | (date.getMonthValue() << 5) | date.getDayOfMonth()))
                .putInt((int) entry.crc)
                .putInt(entry.compressed.length)
                .putInt((int) entry.size)
                .putShort((short) name.length)
                .putShort((short) 0) // extra field
                .array();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        offset += bytes.length;
    }

    private static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
