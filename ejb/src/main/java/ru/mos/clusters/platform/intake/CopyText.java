package ru.mos.clusters.platform.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's text form of COPY, built in one growing buffer. */
public final class CopyText {

    private byte[] bytes = new byte[1 << 16];
    private int size;

    /** Bytes so far. */
    public int size() {
        return size;
    }

    /** A column; null is NULL. */
    public void text(@Nullable String value) {
        if (value == null) {
            ascii("\\N");
        } else {
            escaped(value);
        }
        put('\t');
    }

    /** A column. */
    public void number(long value) {
        ascii(Long.toString(value));
        put('\t');
    }

    /** A column; null is NULL. */
    public void number(@Nullable Integer value) {
        text(value == null ? null : value.toString());
    }

    /** A column; null is NULL. */
    public void flag(@Nullable Boolean value) {
        ascii(value == null ? "\\N" : value ? "t" : "f");
        put('\t');
    }

    /** Of codes, which need no quoting inside the braces but for what {@link #element} quotes. */
    public void array(List<String> values) {
        if (values.isEmpty()) {
            text(null);
            return;
        }
        put('{');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                put(',');
            }
            element(values.get(i));
        }
        put('}');
        put('\t');
    }

    /** Lets a digest know everything since {@code from}. */
    public void feed(int from, MessageDigest digest) {
        digest.update(bytes, from, size - from);
    }

    /** The column with the digest of everything since {@code from}, as a UUID of its first 128 bits. */
    public void digestSince(int from, MessageDigest digest) {
        digest.update(bytes, from, size - from);
        byte[] hash = digest.digest();
        for (int i = 0; i < 16; i++) {
            put(Character.forDigit(hash[i] >> 4 & 15, 16));
            put(Character.forDigit(hash[i] & 15, 16));
        }
        put('\t');
    }

    /** Ends a row: its last column's tab becomes a line end. */
    public void endRow() {
        bytes[size - 1] = '\n';
    }

    /** Everything so far; the buffer starts anew. */
    public byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    private void element(String value) {
        escaped(isPlain(value) ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != ':') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    private void escaped(String value) {
        reserve(3 * value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x800) {
                i = beyondCyrillic(value, i, c);
            } else if (c >= 0x80) {
                bytes[size++] = (byte) (0xc0 | (c >> 6));
                bytes[size++] = (byte) (0x80 | (c & 0x3f));
            } else if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                bytes[size++] = '\\';
                bytes[size++] = (byte) (c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c);
            } else {
                bytes[size++] = (byte) c;
            }
        }
    }

    private int beyondCyrillic(String value, int at, char c) {
        int end = Character.isHighSurrogate(c) ? Math.min(at + 2, value.length()) : at + 1;
        for (byte b : value.substring(at, end).getBytes(StandardCharsets.UTF_8)) {
            bytes[size++] = b;
        }
        return end - 1;
    }

    private void ascii(String value) {
        for (int i = 0; i < value.length(); i++) {
            put(value.charAt(i));
        }
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    private void put(int b) {
        reserve(1);
        bytes[size++] = (byte) b;
    }
}
