package ru.mos.clusters.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Arrays;

/** A growing piece of XML, kept as the bytes of UTF-8: a release of a million records passes through here. */
final class Markup {
    private byte[] bytes = new byte[1 << 16];
    private int size;

    Markup raw(String text) {
        reserve(3 * text.length());
        for (int i = 0; i < text.length(); i++) {
            encode(text.charAt(i));
        }
        return this;
    }

    Markup raw(byte[] encoded) {
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        return this;
    }

    /** An attribute with the space before it; the value is escaped. */
    Markup attribute(String name, String value) {
        return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
    }

    /** An attribute in the form dd.MM.yyyy. */
    Markup attribute(String name, LocalDate date) {
        return attribute(
                name, twoDigits(date.getDayOfMonth()) + '.' + twoDigits(date.getMonthValue()) + '.' + date.getYear());
    }

    /** Text or an attribute's value, escaped for both. */
    Markup text(String value) {
        reserve(6 * value.length());
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '&' -> raw("&amp;");
                case '<' -> raw("&lt;");
                case '>' -> raw("&gt;");
                case '"' -> raw("&quot;");
                default -> encode(character);
            }
        }
        return this;
    }

    int size() {
        return size;
    }

    /** Without a copy: only the first {@link #size()} bytes count. */
    byte[] buffer() {
        return bytes;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, UTF_8);
    }

    /** Three bytes at most: nothing here lies outside the basic plane. */
    private void encode(char character) {
        if (character < 0x80) {
            bytes[size++] = (byte) character;
        } else if (character < 0x800) {
            bytes[size++] = (byte) (0xC0 | (character >> 6));
            bytes[size++] = (byte) (0x80 | (character & 0x3F));
        } else {
            bytes[size++] = (byte) (0xE0 | (character >> 12));
            bytes[size++] = (byte) (0x80 | ((character >> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (character & 0x3F));
        }
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
