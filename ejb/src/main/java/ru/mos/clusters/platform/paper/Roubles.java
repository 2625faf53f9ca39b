package ru.mos.clusters.platform.paper;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Sums as Russian papers write them: {@code 1 000 000,01}. */
public final class Roubles {

    private Roubles() {}

    /** In roubles, to the kopeck, without the sign of the currency. */
    public static String text(BigDecimal amount) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.forLanguageTag("ru-RU"));
        symbols.setGroupingSeparator(' ');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.00", symbols).format(amount);
    }
}
