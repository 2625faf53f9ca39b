package ru.mos.clusters.generator;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * One entry of an archive, already compressed: entries are compressed on all processors and written one after another,
 * which the JDK's own archive stream can't do. It can't lie about an entry either, and some defects must.
 */
final class Packed {
    /** Regular file, readable for all. */
    private static final int FILE = 0100644;

    private static final int SYMBOLIC_LINK = 0120777;

    final String name;
    final byte[] compressed;
    final long crc;
    final long size;
    final int mode;
    final boolean encrypted;

    private Packed(String name, byte[] compressed, long crc, long size, int mode, boolean encrypted) {
        this.name = name;
        this.compressed = compressed;
        this.crc = crc;
        this.size = size;
        this.mode = mode;
        this.encrypted = encrypted;
    }

    /** Writes what is to be compressed. */
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    static Packed of(String name, Source source) throws IOException {
        return of(name, Deflater.BEST_SPEED, source);
    }

    /** At its smallest: for what is big and all alike. */
    static Packed tight(String name, Source source) throws IOException {
        return of(name, Deflater.BEST_COMPRESSION, source);
    }

    private static Packed of(String name, int level, Source source) throws IOException {
        Deflater deflater = new Deflater(level, true);
        var crc = new CRC32();
        var compressed = new ByteArrayOutputStream(1 << 16);
        var counted =
                new Counted(new CheckedOutputStream(new DeflaterOutputStream(compressed, deflater, 1 << 16), crc));
        try (counted) {
            source.writeTo(counted);
        } finally {
            deflater.end();
        }
        return new Packed(name, compressed.toByteArray(), crc.getValue(), counted.size, FILE, false);
    }

    Packed named(String other) {
        return new Packed(other, compressed, crc, size, mode, encrypted);
    }

    /** What its content says is then the target of the link. */
    Packed asSymbolicLink() {
        return new Packed(name, compressed, crc, size, SYMBOLIC_LINK, encrypted);
    }

    Packed claimingSize(long claimed) {
        return new Packed(name, compressed, crc, claimed, mode, encrypted);
    }

    Packed claimingCrc(long claimed) {
        return new Packed(name, compressed, claimed, size, mode, encrypted);
    }

    Packed claimingEncryption() {
        return new Packed(name, compressed, crc, size, mode, true);
    }

    private static final class Counted extends FilterOutputStream {
        private long size;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single);
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            size += length;
        }
    }
}
