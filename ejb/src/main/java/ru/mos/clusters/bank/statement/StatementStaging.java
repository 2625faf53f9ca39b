package ru.mos.clusters.bank.statement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import ru.mos.clusters.bank.file.StatementDocument;
import ru.mos.clusters.bank.file.StatementTaker;
import ru.mos.clusters.platform.intake.CopyText;

/** Documents of a statement on their way into a temporary table of the transaction: memory does not grow with it. */
final class StatementStaging implements StatementTaker {

    private static final int BYTES_PER_FLUSH = 1 << 20;

    private final Handle handle;
    private final CopyText rows = new CopyText();
    private int position;

    StatementStaging(Handle handle) {
        this.handle = handle;
        handle.execute("drop table if exists staged_line");
        handle.execute("""
                create temporary table staged_line (
                    position integer, file_line integer, incoming boolean, number text, day date, booked_on date, amount numeric(18, 2),
                    other_inn text, other_kpp text, other_name text, other_account text, other_bic text, other_bank text, purpose text,
                    reference text) on commit drop""");
    }

    @Override
    public void document(StatementDocument document) {
        position++;
        rows.number(position);
        rows.number(document.line());
        rows.flag(document.incoming());
        rows.text(document.number());
        rows.text(day(document.day()));
        rows.text(day(document.bookedOn()));
        rows.text(document.amount().toPlainString());
        rows.text(document.other().inn());
        rows.text(document.other().kpp());
        rows.text(document.other().name());
        rows.text(document.other().account());
        rows.text(document.other().bic());
        rows.text(document.other().bank());
        rows.text(document.purpose());
        rows.text(document.reference());
        rows.endRow();
        if (rows.size() > BYTES_PER_FLUSH) {
            flush();
        }
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private void flush() {
        try {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy staged_line from stdin", new ByteArrayInputStream(rows.take()));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Keeps all that was read as lines of the statement, and counts those that look the same. */
    void keep(UUID statement) {
        if (rows.size() > 0) {
            flush();
        }
        handle.createUpdate("""
                        insert into bank.line (statement_id, position, file_line, incoming, number, day, booked_on, amount, other_inn,
                                               other_kpp, other_name, other_account, other_bic, other_bank, purpose, reference, occurrence)
                        select :id, s.position, s.file_line, s.incoming, s.number, s.day, s.booked_on, s.amount, s.other_inn, s.other_kpp,
                               s.other_name, s.other_account, s.other_bic, s.other_bank, s.purpose, s.reference,
                               row_number() over (partition by s.incoming, s.booked_on, ltrim(s.number, '0'), s.amount, s.other_account
                                                      order by s.position)
                          from staged_line s""").bind("id", statement).execute();
    }
}
