package ru.mos.clusters.ownership;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/** Rows of numbers as {@code COPY} sends them, many times faster than through a result set; read from left to right. */
final class CopyRows {

    private static final int LONG = 18;

    private byte[] row = {};
    private int from;
    private int until;

    private CopyRows() {}

    /** Takes one row of a query after another. */
    static void each(Handle handle, String query, Consumer<CopyRows> take) {
        try {
            var copy = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout");
            var rows = new CopyRows();
            for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                rows.row = row;
                rows.until = -1;
                take.accept(rows);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("what is known of owners could not be read", failure);
        }
    }

    /** Goes to the next field: whether it holds anything. */
    boolean next() {
        from = until + 1;
        until = from;
        while (row[until] != '\t' && row[until] != '\n') {
            until++;
        }
        return row[from] != '\\';
    }

    /** The next field, which is a whole number. */
    long nextLong() {
        next();
        return number();
    }

    /** The next field, or what stands for nothing. */
    int nextInt(int otherwise) {
        return next() ? (int) number() : otherwise;
    }

    /** The field just gone to. */
    long number() {
        boolean negative = row[from] == '-';
        long number = 0;
        for (int at = negative ? from + 1 : from; at < until; at++) {
            number = number * 10 + row[at] - '0';
        }
        return negative ? -number : number;
    }

    /** Whether the field just gone to is a whole number that {@link #number} can tell. */
    boolean isShort() {
        for (int at = from; at < until; at++) {
            if (row[at] < '0' || row[at] > '9') {
                return false;
            }
        }
        return until - from <= LONG;
    }

    BigDecimal decimal() {
        return new BigDecimal(new String(row, from, until - from, StandardCharsets.US_ASCII));
    }
}
