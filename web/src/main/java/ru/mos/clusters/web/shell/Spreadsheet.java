package ru.mos.clusters.web.shell;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Time;

/**
 * All rows of a list as an XLSX file, written as they are read, so that memory does not grow with the list.
 *
 * <p>Text that a spreadsheet could take for a formula gets an apostrophe before it.
 */
public final class Spreadsheet<T> {

    private static final int ROWS_IN_MEMORY = 1000;

    private final String title;
    private final Locale locale = Language.current();
    private final List<Column<T>> columns = new ArrayList<>();

    private record Column<T>(String header, int width, Function<T, @Nullable Object> value) {}

    /** @param title key of the sheet's and file's name */
    public Spreadsheet(String title) {
        this.title = Texts.text(title, locale);
    }

    /**
     * Adds a column.
     *
     * @param header key of its heading
     * @param width in characters
     * @param value dates, instants and numbers stay such; everything else is shown as on screen
     */
    public Spreadsheet<T> column(String header, int width, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(Texts.text(header, locale), width, value));
        return this;
    }

    /** Answers the current request with the file. */
    public void send(LazyTable<T> table) {
        var context = FacesContext.getCurrentInstance();
        var response = (HttpServletResponse) context.getExternalContext().getResponse();
        var name = URLEncoder.encode(title + ".xlsx", StandardCharsets.UTF_8).replace("+", "%20");
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"list.xlsx\"; filename*=UTF-8''" + name);
        try {
            write(table, response.getOutputStream());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        context.responseComplete();
    }

    void write(LazyTable<T> table, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Cluster Support", "1.0")) {
            var sheet = book.newWorksheet(title.length() > 31 ? title.substring(0, 31) : title);
            for (int i = 0; i < columns.size(); i++) {
                sheet.width(i, columns.get(i).width());
                sheet.value(0, i, columns.get(i).header());
                sheet.style(0, i).bold().set();
            }
            sheet.freezePane(0, 1);
            var at = new AtomicInteger();
            table.forEach(row -> row(sheet, at.incrementAndGet(), row));
        }
    }

    private void row(Worksheet sheet, int at, T row) {
        for (int i = 0; i < columns.size(); i++) {
            var value = columns.get(i).value().apply(row);
            if (value instanceof Integer || value instanceof Long || value instanceof BigDecimal) {
                sheet.value(at, i, (Number) value);
            } else if (value instanceof LocalDate date) {
                sheet.value(at, i, date);
                sheet.style(at, i).format("dd.mm.yyyy").set();
            } else if (value instanceof Instant instant) {
                sheet.value(at, i, instant.atZone(Time.MOSCOW).toLocalDateTime());
                sheet.style(at, i).format("dd.mm.yyyy hh:mm:ss").set();
            } else if (value != null) {
                sheet.value(at, i, harmless(Formats.show(value, locale)));
            }
        }
        if (at % ROWS_IN_MEMORY == 0) {
            try {
                sheet.flush();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
