package ru.mos.clusters.inserver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A workbook of opening balances as an accountant fills it in; of running agreements all invented. */
public final class OpeningBook {

    public static final String KBK = "80704121234567890811";
    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final List<String> PARTIES = List.of("7707083893", "7700000016", "7700000023", "770000000156");
    private static final Object[] AGREEMENTS = {
        "Номер соглашения *",
        "Дата соглашения *",
        "ИНН получателя *",
        "Бюджетный год *",
        "КБК *",
        "Зарезервировано",
        "Обязательства",
        "К оплате",
        "Выплачено, отчёт не принят",
        "Отчёт принят"
    };
    private static final Object[] BUDGET_LINES = {
        "Бюджетный год *", "КБК *", "Ассигнования без лимитов", "Свободные лимиты"
    };

    private final List<Object[]> agreements = new ArrayList<>();
    private final List<Object[]> budgetLines = new ArrayList<>();

    /** Number, date, INN, year, code; reserved, committed, due, paid, accepted; null where nothing is entered. */
    public OpeningBook agreement(Object... cells) {
        agreements.add(cells);
        return this;
    }

    /** Year, code; appropriations without limits, free limits. */
    public OpeningBook budgetLine(Object... cells) {
        budgetLines.add(cells);
        return this;
    }

    /**
     * Ten running agreements, one of which is only reserved, two paid out of 2025, one due in 2027, and the line they are paid from:
     * 500.00 without limits, 2500.75 free, 10.00 reserved, 52000.00 committed, 350.01 due, 3700.02 paid, 900.90 accepted.
     */
    public static OpeningBook ofTen() {
        return new OpeningBook()
                .agreement("С-1/2026", day(1), PARTIES.get(0), "2026", KBK, sum("10.00"), null, null, null, null)
                .agreement(
                        "С-2/2026",
                        day(2),
                        PARTIES.get(1),
                        "2026",
                        KBK,
                        null,
                        sum("1000.00"),
                        sum("100.00"),
                        null,
                        null)
                .agreement(
                        "С-3/2026", day(3), PARTIES.get(2), 2026, KBK, null, sum("2000.00"), sum("200"), "300,02", null)
                .agreement("С-4/2026", day(4), PARTIES.get(3), "2026", KBK, null, "3 000,00", sum("50.01"), null, null)
                .agreement(
                        "С-5/2026",
                        day(5),
                        PARTIES.get(0),
                        "2026",
                        KBK,
                        null,
                        sum("4000.00"),
                        null,
                        null,
                        sum("400.40"))
                .agreement(
                        "С-6/2025",
                        day(6),
                        PARTIES.get(1),
                        "2025",
                        KBK,
                        null,
                        null,
                        null,
                        sum("1200.00"),
                        sum("500.50"))
                .agreement("С-7/2025", day(7), PARTIES.get(2), "2025", KBK, null, sum("0"), null, sum("1500.00"), null)
                .agreement("С-8/2027", day(8), PARTIES.get(3), "2027", KBK, null, sum("5000.00"), null, null, null)
                .agreement(
                        "С-9/2026",
                        day(9),
                        PARTIES.get(0),
                        "2026",
                        KBK,
                        null,
                        sum("17000.00"),
                        null,
                        sum("700.00"),
                        null)
                .agreement("С-10/2026", day(10), PARTIES.get(1), "2026", KBK, null, sum("20000.00"), null, null, null)
                .budgetLine("2026", KBK, sum("500.00"), sum("2500.75"));
    }

    static BigDecimal sum(String roubles) {
        return new BigDecimal(roubles);
    }

    private static LocalDate day(int of) {
        return LocalDate.of(2025, 9, of);
    }

    public byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            sheet(workbook, "Соглашения", AGREEMENTS, agreements);
            sheet(workbook, "Строки бюджета", BUDGET_LINES, budgetLines);
        }
        return bytes.toByteArray();
    }

    static void sheet(Workbook workbook, String title, Object[] headings, List<Object[]> rows) throws IOException {
        var sheet = workbook.newWorksheet(title);
        for (int column = 0; column < headings.length; column++) {
            sheet.value(0, column, (String) headings[column]);
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).length; column++) {
                var cell = rows.get(row)[column];
                if (cell instanceof LocalDate day) {
                    sheet.value(row + 1, column, day);
                } else if (cell instanceof Number number) {
                    sheet.value(row + 1, column, number);
                } else if (cell != null) {
                    sheet.value(row + 1, column, (String) cell);
                }
            }
        }
        sheet.finish();
    }
}
