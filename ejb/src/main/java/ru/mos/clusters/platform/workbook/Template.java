package ru.mos.clusters.platform.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook on its way out to people who fill it in: its sheets with their headings, and a sheet that explains the columns. */
public final class Template implements AutoCloseable {

    private static final int WIDE = 26;
    private static final int VERY_WIDE = 110;
    private static final int LAST_ROW = 1_048_575;

    private final Workbook workbook;
    private final Locale locale;

    public Template(OutputStream to, Locale locale) {
        this.workbook = new Workbook(to, "Clusters", "1.0");
        this.locale = locale;
    }

    /**
     * What people are offered to put into a column; they may put something else.
     *
     * @param sheet whose first column holds it, below its heading
     * @param values how many there are
     */
    public record Choice(String sheet, int values) {}

    /** A sheet to fill in, with rows that are there already: texts, dates and sums in the order of the columns. */
    public void sheet(String title, List<? extends Column> columns, Iterable<List<Object>> rows) throws IOException {
        sheet(title, columns, rows, Map.of());
    }

    /** The same, with what is offered in some of the columns. */
    public <C extends Column> void sheet(
            String title, List<C> columns, Iterable<List<Object>> rows, Map<C, Choice> offered) throws IOException {
        var sheet = workbook.newWorksheet(title);
        for (int at = 0; at < columns.size(); at++) {
            sheet.value(0, at, heading(columns.get(at)));
            sheet.style(0, at).bold().set();
            sheet.width(at, WIDE);
            sheet.style(at).format(columns.get(at).format()).set();
            var choice = offered.get(columns.get(at));
            if (choice != null) {
                sheet.range(1, at, LAST_ROW, at)
                        .validateWithListByFormula("'" + choice.sheet() + "'!$A$2:$A$" + (choice.values() + 1))
                        .showErrorMessage(false);
            }
        }
        sheet.freezePane(0, 1);
        int number = 1;
        for (var row : rows) {
            for (int at = 0; at < row.size(); at++) {
                value(sheet, number, at, row.get(at));
                sheet.style(number, at).format(columns.get(at).format()).set();
            }
            number++;
        }
        sheet.finish();
    }

    private static void value(Worksheet sheet, int row, int at, Object value) {
        if (value instanceof LocalDate day) {
            sheet.value(row, at, day);
        } else if (value instanceof BigDecimal sum) {
            sheet.value(row, at, sum);
        } else {
            sheet.value(row, at, String.valueOf(value));
        }
    }

    /** A sheet of explanations: how the workbook is filled in, then each column of each sheet by its title. */
    public void help(String title, String how, Map<String, ? extends List<? extends Column>> sheets)
            throws IOException {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(how));
        sheets.forEach((sheet, columns) ->
                columns.forEach(column -> rows.add(List.of(sheet, heading(column), column.help(locale)))));
        list(title, rows);
    }

    /** A sheet to read: of three columns, as wide as that of explanations. */
    public void list(String title, Iterable<List<String>> rows) throws IOException {
        var sheet = workbook.newWorksheet(title);
        sheet.width(0, WIDE);
        sheet.width(1, WIDE);
        sheet.width(2, VERY_WIDE);
        int number = 0;
        for (var row : rows) {
            for (int at = 0; at < row.size(); at++) {
                sheet.value(number, at, row.get(at));
            }
            number++;
        }
        sheet.finish();
    }

    private String heading(Column column) {
        return column.heading(locale) + (column.isRequired() ? " *" : "");
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
