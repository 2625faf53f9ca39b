package ru.mos.clusters.platform.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import ru.mos.clusters.platform.Problem;

/**
 * What a cell holds.
 *
 * @param text as entered; of a number its digits, without exponent and needless zeros
 * @param since1904 whether the workbook counts days from 1904 on
 */
public record Cell(Kind kind, String text, boolean since1904) {

    private static final DateTimeFormatter RUSSIAN =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30); // as if 1900 had been a leap year
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private static final BigDecimal LEAST_TOO_LARGE = new BigDecimal("10000000000000");

    /** A spreadsheet keeps 4.35 as 4.3499999999999996: it means 15 digits, and what comes after them is not the person's. */
    private static final MathContext SPREADSHEET = new MathContext(15);

    /** How the workbook marks it. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A result that may be another tomorrow. */
        FORMULA
    }

    /**
     * The plain content.
     *
     * @throws Problem {@code cell-formula}
     */
    public String plain() {
        if (kind == Kind.FORMULA) {
            throw new Problem(WorkbookProblem.CELL_FORMULA);
        }
        return text;
    }

    /**
     * A day: a date of the spreadsheet, or a text such as 23.11.2010 or 2010-11-23.
     *
     * @throws Problem {@code cell-date-malformed}, {@code cell-formula}
     */
    public LocalDate date() {
        var content = plain().strip();
        try {
            var day = kind == Kind.NUMBER
                    ? serial(content)
                    : content.indexOf('-') > 0 ? LocalDate.parse(content) : LocalDate.parse(content, RUSSIAN);
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException nonsense) {
            // answered below, like a day out of range
        }
        throw new Problem(WorkbookProblem.CELL_DATE_MALFORMED, shortened(content));
    }

    /**
     * Roubles to the kopeck, typed as a number or as a text such as 1 234 567,89.
     *
     * @throws Problem {@code cell-sum-malformed}, {@code cell-sum-impossible}, {@code cell-formula}
     */
    public BigDecimal sum() {
        var content = plain().replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (!content.matches("[-+]?\\d{1,40}(\\.\\d{1,40})?")) {
            throw new Problem(WorkbookProblem.CELL_SUM_MALFORMED, shortened(content));
        }
        var exact = new BigDecimal(content);
        var meant = (kind == Kind.NUMBER ? exact.round(SPREADSHEET) : exact).stripTrailingZeros();
        if (meant.signum() < 0 || meant.scale() > 2 || meant.compareTo(LEAST_TOO_LARGE) >= 0) {
            throw new Problem(WorkbookProblem.CELL_SUM_IMPOSSIBLE);
        }
        return meant.setScale(2);
    }

    private LocalDate serial(String number) {
        return (since1904 ? DAY_ZERO_1904 : DAY_ZERO).plusDays(new BigDecimal(number).intValueExact());
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
