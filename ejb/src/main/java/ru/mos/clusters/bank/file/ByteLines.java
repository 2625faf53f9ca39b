package ru.mos.clusters.bank.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.platform.Problem;

/** The lines of a file as bytes, ended by LF or CR LF, none longer than lines of such files are. */
final class ByteLines {

    private static final int LONGEST = 1 << 15;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 10];
    private int number;

    ByteLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Of the line read last, from 1. */
    int number() {
        return number;
    }

    /** The next without its end; null after the last. @throws Problem {@code statement-line-unreadable} on an endless one */
    byte @Nullable [] next() {
        int size = 0;
        try {
            int read = in.read();
            if (read < 0) {
                return null;
            }
            number++;
            while (read >= 0 && read != '\n') {
                if (size == LONGEST) {
                    throw new Problem(BankProblem.STATEMENT_LINE_UNREADABLE, Integer.toString(number));
                }
                if (size == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * size);
                }
                buffer[size++] = (byte) read;
                read = in.read();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Arrays.copyOf(buffer, size > 0 && buffer[size - 1] == '\r' ? size - 1 : size);
    }
}
