package ru.mos.clusters.bank.file;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.platform.Problem;

/** Sums and days as files of banks write them; whoever cannot read one says on which line it stands. */
final class Fields {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,2})?");
    private static final Pattern BALANCE = Pattern.compile("-?[0-9]{1,13}(\\.[0-9]{1,2})?");
    private static final DateTimeFormatter RUSSIAN =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Fields() {}

    /** More than zero, whole kopecks, less than 10 trillion roubles. @throws Problem {@code statement-sum-malformed} */
    static BigDecimal amount(String text, int line) {
        var amount = AMOUNT.matcher(text).matches() ? new BigDecimal(text).setScale(2) : BigDecimal.ZERO;
        if (amount.signum() == 0) {
            throw new Problem(BankProblem.STATEMENT_SUM_MALFORMED, Integer.toString(line), shown(text));
        }
        return amount;
    }

    /** Of a balance or a total, which may be zero, a balance below it. @throws Problem {@code statement-sum-malformed} */
    static BigDecimal balance(String text, int line) {
        if (!BALANCE.matcher(text).matches()) {
            throw new Problem(BankProblem.STATEMENT_SUM_MALFORMED, Integer.toString(line), shown(text));
        }
        return new BigDecimal(text).setScale(2);
    }

    /** {@code 31.12.2026}. @throws Problem {@code statement-date-malformed} */
    static LocalDate russian(String text, int line) {
        try {
            return LocalDate.parse(text, RUSSIAN);
        } catch (DateTimeException malformed) {
            throw new Problem(BankProblem.STATEMENT_DATE_MALFORMED, Integer.toString(line), shown(text));
        }
    }

    /** {@code 2026-12-31}, whatever time follows. @throws Problem {@code statement-date-malformed} */
    static LocalDate iso(String text, int line) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException malformed) {
            throw new Problem(BankProblem.STATEMENT_DATE_MALFORMED, Integer.toString(line), shown(text));
        }
    }

    static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
